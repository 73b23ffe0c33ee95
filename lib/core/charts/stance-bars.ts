import { type CampRow, campRow, type EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import { type CompareCampsInput, groupByCamp } from '#lib/core/comparison/compare-camps';
import { findStanceShares } from '#lib/core/findings/find-stance-shares';
import type { Finding } from '#lib/core/findings/finding';
import type { ResolvedStance } from '#lib/core/stance';
import { type SmallSampleRule, smallSampleRule } from '#lib/core/statistics/small-sample';

/** Codes that take part in the question, in the order of the bar. */
export const SIDED_STANCES = ['against', 'ambivalent', 'favor'] as const satisfies readonly ResolvedStance[];

/** Codes that stand apart at the end of the bar; never folded into a neutral middle. */
const APART_STANCES = ['none', 'cannot_code', 'disputed', 'uncoded'] as const satisfies readonly ResolvedStance[];

export const BAR_STANCES: readonly ResolvedStance[] = [...SIDED_STANCES, ...APART_STANCES];

/** 100 % bars share one axis from 0; diverging bars put `against` left and `in favour` right of a middle. */
export const BAR_LAYOUTS = ['stacked', 'diverging'] as const;
export type BarLayout = (typeof BAR_LAYOUTS)[number];

/** One stretch of a bar. */
export interface StanceSegment {
  readonly id: string;
  readonly stance: ResolvedStance;
  readonly count: number;
  /** Where it begins and ends on the axis, in shares of n. */
  readonly from: number;
  readonly to: number;
  /** Whether it stands apart from the three that take part in the question. */
  readonly apart: boolean;
  readonly target: ChartTarget;
}

/** One statement of a camp that is too small for a bar. */
interface StanceDot {
  readonly id: string;
  readonly statementId: string;
  readonly stance: ResolvedStance;
  readonly excerpt: string;
  readonly excerptLanguage: string;
  readonly target: ChartTarget;
}

export interface StanceBarRow {
  readonly camp: CampRow;
  readonly shareAs: SmallSampleRule['shareAs'];
  /** Empty where the camp is too small. */
  readonly segments: readonly StanceSegment[];
  /** Empty where the camp is large enough for a bar. */
  readonly dots: readonly StanceDot[];
}

/** Stance by camp as bars. It reads no score, so that no change of a scorer can move it. */
export interface StanceBarsModel {
  readonly name: 'stance-bars';
  readonly layout: BarLayout;
  /** Axis of the bars in shares; the part that stands apart in a diverging chart lies beyond it. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** In a diverging chart: where the stretch of the apart codes begins on the axis. Null where there is none. */
  readonly apartFrom: number | null;
  readonly rows: readonly StanceBarRow[];
  /** Stances that occur, in the order of the bar: the key lists these. */
  readonly stances: readonly ResolvedStance[];
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

export interface StanceBarsOptions extends CompareCampsInput {
  readonly layout?: BarLayout;
}

const STACKED_TICKS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Share of the axis between the end of a diverging axis and what stands apart. */
export const APART_GAP = 0.08;

/**
 * Model of the stance bars.
 * @returns a row a camp, in the event's order: a bar from 5 statements on, dots below.
 */
export function stanceBars(options: StanceBarsOptions): StanceBarsModel {
  const layout = options.layout ?? 'stacked';
  const { camps } = groupByCamp(options);
  const counted = camps.map(({ camp, statements }) => {
    const rule = smallSampleRule(statements.length);
    const counts = BAR_STANCES.map((stance) => ({
      stance,
      count: statements.filter((statement) => statement.stance === stance).length,
    })).filter(({ count }) => count > 0);
    return { camp: campRow(camp, rule.n, rule.size), rule, counts, statements };
  });

  const reach = (side: 'against' | 'favor') =>
    Math.max(
      0,
      ...counted
        .filter(({ rule }) => rule.drawInterval)
        .map(({ counts, rule }) => (shareOf(counts, side) + shareOf(counts, 'ambivalent') / 2) / rule.n),
    );
  const left = quarterUp(reach('against'));
  const right = quarterUp(reach('favor'));
  const apart = Math.max(
    0,
    ...counted
      .filter(({ rule }) => rule.drawInterval)
      .map(({ counts, rule }) => APART_STANCES.reduce((sum, stance) => sum + shareOf(counts, stance), 0) / rule.n),
  );
  const apartFrom = layout === 'diverging' && apart > 0 ? right + APART_GAP : null;

  const rows = counted.map(({ camp, rule, counts, statements }): StanceBarRow => {
    const segments = rule.drawInterval ? placeSegments(camp, counts, layout, apartFrom) : [];
    const dots = rule.drawInterval
      ? []
      : BAR_STANCES.flatMap((stance) => statements.filter((statement) => statement.stance === stance)).map((statement) => ({
          id: `${camp.slug}:${statement.id}`,
          statementId: statement.id,
          stance: statement.stance,
          excerpt: statement.excerpt,
          excerptLanguage: statement.excerptLanguage,
          target: { kind: 'statement', id: statement.id } as const,
        }));
    return { camp, shareAs: rule.shareAs, segments, dots };
  });

  const n = rows.reduce((sum, row) => sum + row.camp.n, 0);
  return {
    name: 'stance-bars',
    layout,
    domain: layout === 'stacked' ? [0, 1] : [-left, apartFrom === null ? right : apartFrom + apart],
    ticks:
      layout === 'stacked'
        ? STACKED_TICKS
        : [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].filter((t) => t >= -left && t <= right),
    apartFrom,
    rows,
    stances: BAR_STANCES.filter((stance) => counted.some(({ counts }) => shareOf(counts, stance) > 0)),
    n,
    empty: rows.length === 0 ? 'no_camps' : n === 0 ? 'no_statements' : null,
    finding: findStanceShares(options),
  };
}

interface StanceCount {
  readonly stance: ResolvedStance;
  readonly count: number;
}

function shareOf(counts: readonly StanceCount[], stance: ResolvedStance): number {
  return counts.find((each) => each.stance === stance)?.count ?? 0;
}

/** The next quarter up, at least one: ticks stand at quarters. */
function quarterUp(share: number): number {
  return Math.max(0.25, Math.ceil(share * 4 - 1e-9) / 4);
}

function placeSegments(
  camp: CampRow,
  counts: readonly StanceCount[],
  layout: BarLayout,
  apartFrom: number | null,
): readonly StanceSegment[] {
  const shareBefore = (shareOf(counts, 'against') + shareOf(counts, 'ambivalent') / 2) / camp.n;
  let at = layout === 'stacked' ? 0 : -shareBefore;
  let enteredApart = false;
  return counts.map(({ stance, count }) => {
    const apart = APART_STANCES.some((each) => each === stance);
    if (apart && !enteredApart && apartFrom !== null) at = apartFrom;
    enteredApart = apart;
    const from = at;
    at += count / camp.n;
    return {
      id: `${camp.slug}:${stance}`,
      stance,
      count,
      from,
      to: at,
      apart,
      target: { kind: 'statements', camp: camp.slug, stance },
    };
  });
}
