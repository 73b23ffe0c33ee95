import type { CampComparison } from '#lib/core/comparison/comparison-schema';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type DifferenceInterval, newcombeDifference } from '#lib/core/statistics/newcombe-difference';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { type FoundComparison, getComparison } from '#lib/usecases/get-comparison';
import type { Workspace } from '#lib/usecases/workspace';

/** A camp that both events have, as each of them counts it. */
export interface SharedCamp {
  readonly slug: string;
  readonly label: string;
  readonly first: CampComparison;
  readonly second: CampComparison;
  /** Share against in the first event minus that in the second, with Newcombe's interval; null under 5 statements in either. */
  readonly againstDifference: DifferenceInterval | null;
}

export interface ComparedEvents {
  readonly first: FoundComparison;
  readonly second: FoundComparison;
  /** In the order of the first event. */
  readonly shared: readonly SharedCamp[];
}

/** Under so many statements no share is told. */
const LEAST = 5;

function countAgainst({ stances }: CampComparison): number {
  return stances.find(({ stance }) => stance === 'against')?.count ?? 0;
}

/**
 * Sets two events side by side by the camps that both have, which are those with the same slug. Each stance is towards the event's own
 * proposition: what is compared is how far each camp was against each of the two steps, not an opinion that moved.
 */
export async function compareEvents(
  workspace: Workspace,
  request: {
    readonly events: readonly [string, string];
    readonly query: string;
    readonly language: 'en' | 'ar';
    readonly coding?: CodingSession | null;
  },
): Promise<Result<ComparedEvents, Problem>> {
  const [one, other] = request.events;
  if (one === other) return failed({ kind: 'conflict', code: 'not_allowed', existingId: one });
  const of = (eventSlug: string) =>
    getComparison(workspace, { eventSlug, query: request.query, language: request.language, coding: request.coding ?? null });
  const first = await of(one);
  if (!first.ok) return first;
  const second = await of(other);
  if (!second.ok) return second;
  const shared = first.value.comparison.camps.flatMap((camp): SharedCamp[] => {
    const twin = second.value.comparison.camps.find((each) => each.camp === camp.camp);
    if (twin === undefined) return [];
    const isEnough = camp.n >= LEAST && twin.n >= LEAST;
    return [
      {
        slug: camp.camp,
        label: camp.label,
        first: camp,
        second: twin,
        againstDifference: isEnough
          ? newcombeDifference({ successes: countAgainst(camp), n: camp.n }, { successes: countAgainst(twin), n: twin.n })
          : null,
      },
    ];
  });
  return ok({ first: first.value, second: second.value, shared });
}
