export type EventsQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The two events of `?events=a,b` or `?events=a&events=b`, or of a form's `first` and `second`. */
export function askedEvents(query: EventsQuery): readonly [string | null, string | null] {
  const { events, first, second } = query;
  if (events !== undefined) {
    const [one, other] = [events].flat().flatMap((each) => each.split(','));
    return [one ?? null, other ?? null];
  }
  return [typeof first === 'string' ? first : null, typeof second === 'string' ? second : null];
}
