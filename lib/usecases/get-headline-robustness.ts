import { compareCamps } from '#lib/core/comparison/compare-camps';
import { countStance, summarisedCamps, tellingStance } from '#lib/core/findings/find-stance-shares';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { type Headline, type HeadlineRobustness, headlineRobustness } from '#lib/core/robustness/headline-robustness';
import { type ResolvedStance, type Stance, UNCODED } from '#lib/core/stance';
import { readChartStatements } from '#lib/db/chart-statements';
import { readCoders } from '#lib/db/coders';
import { readRobustnessStatements } from '#lib/db/robustness-statements';
import type { StatementScope } from '#lib/db/statement-query';
import { findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { chartCamps } from '#lib/usecases/get-comparison';
import type { Workspace } from '#lib/usecases/workspace';

/** What the panel asks about: whether one camp has a larger share of a stance than another, or what one camp says more often. */
export interface ToldHeadline {
  readonly headline: Headline;
  /** The stance whose shares are compared, or the two that are, first and second. */
  readonly stances: readonly ResolvedStance[];
}

export interface FoundRobustness {
  /** Null where there is no headline: no camp has enough coded statements, or what is compared is level. */
  readonly told: ToldHeadline | null;
  readonly robustness: HeadlineRobustness | null;
  /** Names of the coders by their ids. */
  readonly coders: Readonly<Record<string, string>>;
}

type SummarisedCamp = ReturnType<typeof summarisedCamps>[number];

const SIDES = ['against', 'favor', 'ambivalent', 'none', 'cannot_code'] as const satisfies readonly Stance[];

/**
 * The headline that the stance bars tell: the two camps that are furthest apart, on the stance on which they are. Shares are of coded
 * statements, as each way of counting has them; where they are level there is no direction to keep.
 */
function headlineOf(summarised: readonly SummarisedCamp[]): ToldHeadline | null {
  const camps = summarised.filter((camp) => codedIn(camp) > 0);
  const [only] = camps;
  if (only === undefined) return null;
  if (camps.length === 1) {
    const counted = SIDES.map((stance) => countStance(only, stance)).map(({ count }, index) => ({ stance: SIDES[index], count }));
    const [first, second] = counted.sort((a, b) => b.count - a.count);
    if (first?.stance === undefined || second?.stance === undefined || first.count === second.count) return null;
    return {
      headline: { kind: 'camp_direction', camp: only.camp, codes: [first.stance, second.stance] },
      stances: [first.stance, second.stance],
    };
  }
  const stance = tellingStance(camps);
  const shares = camps
    .map((camp) => ({ camp: camp.camp, share: countStance(camp, stance).count / codedIn(camp) }))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0], shares.at(-1)];
  if (most === undefined || least === undefined) return null;
  return { headline: { kind: 'camp_difference', camps: [most.camp, least.camp], code: stance }, stances: [stance] };
}

function codedIn(camp: SummarisedCamp): number {
  return camp.n - countStance(camp, UNCODED).count;
}

/** The same for a scope that was already found. */
export async function headlineRobustnessOf(workspace: Workspace, scope: StatementScope): Promise<FoundRobustness> {
  const statements = readChartStatements(workspace.db, scope, 'en');
  const includeContext = scope.filter.context === 'in' || scope.filter.camp.length > 0;
  const { camps } = compareCamps({ statements, camps: chartCamps(scope.event, 'en'), includeContext });
  const told = headlineOf(summarisedCamps(camps));
  const coders = Object.fromEntries((await readCoders(workspace.db)).map(({ id, name }) => [id, name]));
  if (told === null) return { told, robustness: null, coders };
  const robustness = headlineRobustness({
    statements: readRobustnessStatements(workspace.db, scope),
    headline: told.headline,
    duplicates: scope.filter.duplicates === 'out' ? 'out' : 'in',
  });
  // Camps that are level, or whose difference is the work of a filter on the stance itself, have no direction to keep.
  return robustness.direction === 'first' ? { told, robustness, coders } : { told: null, robustness: null, coders };
}

/**
 * Would the headline survive? Finds what the stance bars say under a filter and computes it again over each coder alone, agreed and
 * resolved codes, statements, speakers and sources, with and without duplicates and low confidence.
 */
export async function getHeadlineRobustness(
  workspace: Workspace,
  request: ScopeRequest,
): Promise<Result<FoundRobustness, Problem>> {
  const found = await findScope(workspace, request);
  return found.ok ? ok(await headlineRobustnessOf(workspace, found.value)) : found;
}
