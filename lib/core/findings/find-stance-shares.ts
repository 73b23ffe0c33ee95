import { type CompareCampsInput, compareCamps } from '#lib/core/comparison/compare-camps';
import type { CampComparison } from '#lib/core/comparison/comparison-schema';
import type { CampCount, Finding, NamedCamp, UnsettledCamps } from '#lib/core/findings/finding';
import { DISPUTED, type ResolvedStance, UNCODED } from '#lib/core/stance';

/** Stances that a sentence may be about, and which of them wins where two serve alike. */
const TOLD_STANCES = ['against', 'favor', 'ambivalent'] as const satisfies readonly ResolvedStance[];

/** A camp as a finding names it. */
export function nameCamp(camp: CampComparison): NamedCamp {
  return { slug: camp.camp, label: camp.label, labelLanguage: camp.labelLanguage, n: camp.n };
}

/** How many statements of a camp take a stance. */
export function countStance(camp: CampComparison, stance: ResolvedStance): CampCount {
  return { ...nameCamp(camp), count: camp.stances.find((each) => each.stance === stance)?.count ?? 0 };
}

/** Camps with statements, but fewer than can be summarised. */
export function tooFewCamps(camps: readonly CampComparison[]): readonly NamedCamp[] {
  return camps.filter((camp) => camp.sampleSize === 'too_few').map(nameCamp);
}

/** Camps that can be summarised. */
export function summarisedCamps(camps: readonly CampComparison[]): readonly CampComparison[] {
  return camps.filter((camp) => camp.sampleSize === 'small' || camp.sampleSize === 'enough');
}

/** Which of these camps have no settled code for most of their statements. */
export function unsettledCamps(camps: readonly CampComparison[]): UnsettledCamps {
  const mostly = (stance: ResolvedStance) =>
    camps.map((camp) => countStance(camp, stance)).filter(({ count, n }) => count * 2 > n);
  return { disputed: mostly(DISPUTED), uncoded: mostly(UNCODED) };
}

/**
 * The stance on which camps are furthest apart, by share.
 * @param camps at least one, each with statements.
 * @returns on a tie the one with more statements in all, then the first of against, in favour, ambivalent.
 */
export function tellingStance(camps: readonly CampComparison[]): (typeof TOLD_STANCES)[number] {
  const rated = TOLD_STANCES.map((stance) => {
    const shares = camps.map((camp) => countStance(camp, stance).count / camp.n);
    const total = camps.reduce((sum, camp) => sum + countStance(camp, stance).count, 0);
    return { stance, spread: Math.max(...shares) - Math.min(...shares), total };
  });
  // Shares of different n that are equal on paper may differ in the last bit.
  rated.sort((a, b) => (Math.abs(b.spread - a.spread) > 1e-9 ? b.spread - a.spread : b.total - a.total));
  return rated[0]?.stance ?? 'against';
}

/** The stance for, against or between that more than half of a camp's statements take; null where none does. */
function leadOf(camp: CampComparison): (CampCount & { readonly stance: ResolvedStance }) | null {
  const counts = TOLD_STANCES.map((stance) => ({ ...countStance(camp, stance), stance }));
  return counts.find(({ count, n }) => count * 2 > n) ?? null;
}

/**
 * What the stance bars show, in one finding: which way each camp leans where they lean apart, else how many statements
 * of each take the stance on which they are furthest apart.
 */
export function findStanceShares(input: CompareCampsInput): Finding {
  const { camps, totals } = compareCamps(input);
  if (totals.compared === 0) return { kind: 'no_statements' };
  if (camps.every((camp) => countStance(camp, UNCODED).count === camp.n)) return { kind: 'nobody_coded', n: totals.compared };
  const tooFew = tooFewCamps(camps);
  const told = summarisedCamps(camps);
  const [first] = told;
  if (first === undefined) return { kind: 'all_too_few', tooFew };

  const unsettled = unsettledCamps(told);
  if (unsettled.disputed.length === told.length) return { kind: 'mostly_disputed', camps: unsettled.disputed, tooFew };
  if (told.length > 1) {
    const leads = told.map(leadOf);
    const sided = leads.filter((lead) => lead !== null);
    if (sided.length === told.length && new Set(sided.map(({ stance }) => stance)).size > 1) {
      return { kind: 'stance_leads', camps: sided, tooFew };
    }
    const stance = tellingStance(told);
    return { kind: 'stance_shares', stance, camps: told.map((camp) => countStance(camp, stance)), unsettled, tooFew };
  }
  const most = Math.max(...first.stances.map(({ count }) => count));
  const stances = first.stances.filter(({ count }) => count === most).map(({ stance }) => stance);
  return { kind: 'one_camp_stance', camp: nameCamp(first), stances, count: most, tooFew };
}
