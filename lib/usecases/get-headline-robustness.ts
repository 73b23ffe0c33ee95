import { compareCamps } from '#lib/core/comparison/compare-camps';
import { countStance, summarisedCamps, tellingStance } from '#lib/core/findings/find-stance-shares';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { type Headline, type HeadlineRobustness, headlineRobustness } from '#lib/core/robustness/headline-robustness';
import type { ResolvedStance, Stance } from '#lib/core/stance';
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
  /** Null where there is no headline: no camp has enough statements, or nobody coded a side. */
  readonly told: ToldHeadline | null;
  readonly robustness: HeadlineRobustness | null;
  /** Names of the coders by their ids. */
  readonly coders: Readonly<Record<string, string>>;
}

type SummarisedCamp = ReturnType<typeof summarisedCamps>[number];

const SIDES = ['against', 'favor', 'ambivalent', 'none', 'cannot_code'] as const satisfies readonly Stance[];

/** The headline that the stance bars tell: the two camps that are furthest apart, on the stance on which they are. */
function headlineOf(camps: readonly SummarisedCamp[]): ToldHeadline | null {
  const [only] = camps;
  if (only === undefined) return null;
  if (camps.length === 1) {
    const counted = SIDES.map((stance) => countStance(only, stance)).map(({ count }, index) => ({ stance: SIDES[index], count }));
    const [first, second] = counted.sort((a, b) => b.count - a.count);
    if (first?.stance === undefined || second?.stance === undefined || first.count === 0) return null;
    return {
      headline: { kind: 'camp_direction', camp: only.camp, codes: [first.stance, second.stance] },
      stances: [first.stance, second.stance],
    };
  }
  const stance = tellingStance(camps);
  const shares = camps
    .map((camp) => ({ camp: camp.camp, share: countStance(camp, stance).count / camp.n }))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0], shares.at(-1)];
  if (most === undefined || least === undefined || most.share === 0) return null;
  return { headline: { kind: 'camp_difference', camps: [most.camp, least.camp], code: stance }, stances: [stance] };
}

/** The same for a scope that was already found. */
export async function headlineRobustnessOf(workspace: Workspace, scope: StatementScope): Promise<FoundRobustness> {
  const statements = readChartStatements(workspace.db, scope, 'en');
  const includeContext = scope.filter.context === 'in' || scope.filter.camp.length > 0;
  const { camps } = compareCamps({ statements, camps: chartCamps(scope.event, 'en'), includeContext });
  const told = headlineOf(summarisedCamps(camps));
  const coders = Object.fromEntries((await readCoders(workspace.db)).map(({ id, name }) => [id, name]));
  const robustness =
    told === null
      ? null
      : headlineRobustness({ statements: readRobustnessStatements(workspace.db, scope), headline: told.headline });
  return { told, robustness, coders };
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
