import { formatFilter, type StatementFilter, withoutPaging } from '#lib/core/filter/statement-filter';

/** What the compare page takes from its address beside the filter. */
export interface CompareView {
  /** Which of the two measures comes first. */
  readonly measure: 'stance' | 'wording';
  readonly bars: 'stacked' | 'diverging';
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the two switches of the page; anything unknown is the default. */
export function readCompareView(query: SearchParams): CompareView {
  return {
    measure: query['measure'] === 'wording' ? 'wording' : 'stance',
    bars: query['bars'] === 'diverging' ? 'diverging' : 'stacked',
  };
}

/** Parameters of a page, in a fixed order and without defaults, so that one view has one address. */
export function compareQuery(filter: StatementFilter, view: CompareView, target: string | null): string {
  const query = new URLSearchParams(formatFilter(withoutPaging(filter)));
  if (target !== null) query.set('target', target);
  if (view.measure !== 'stance') query.set('measure', view.measure);
  if (view.bars !== 'stacked') query.set('bars', view.bars);
  return query.toString();
}

/** The filter as single values, several of a facet joined by commas, for links that carry it on. */
export function filterParameters(filter: StatementFilter, target: string | null): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(formatFilter(withoutPaging(filter)))) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return target === null ? parameters : { ...parameters, target };
}

/** An address with a query, or without a lone question mark. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
