import type { EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartTarget } from '#lib/core/charts/chart-target';
import type { Finding } from '#lib/core/findings/finding';
import { SLOGAN_USES, type SloganUse } from '#lib/core/stance';

/** A slogan and in how many statements it is used in which way. */
export interface SloganCount {
  readonly id: string;
  readonly label: string;
  readonly labelLanguage: string;
  readonly uses: Readonly<Record<SloganUse, number>>;
}

export interface SloganSegment {
  readonly id: string;
  readonly use: SloganUse;
  readonly count: number;
  /** Where it begins and ends, in statements. */
  readonly from: number;
  readonly to: number;
  readonly target: ChartTarget;
}

export interface SloganRow {
  readonly slug: string;
  readonly label: string;
  readonly labelLanguage: string;
  readonly n: number;
  readonly segments: readonly SloganSegment[];
}

/** Counts, not shares: most slogans occur in few statements. */
export interface SlogansByUseModel {
  readonly name: 'slogans-by-use';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly rows: readonly SloganRow[];
  readonly uses: readonly SloganUse[];
  /** Slogans that did not find room. */
  readonly leftOut: number;
  readonly n: number;
  readonly empty: EmptyReason | null;
  readonly finding: Finding;
}

const DEFAULT_LIMIT = 20;
/** The axis reaches at least this far: a single statement must not fill the width. */
const LEAST_REACH = 5;

/** Model of the slogans: the most used on top, ties by label. */
export function slogansByUse(slogans: readonly SloganCount[], limit = DEFAULT_LIMIT): SlogansByUseModel {
  const counted = slogans
    .map((slogan) => ({ slogan, n: SLOGAN_USES.reduce((sum, use) => sum + slogan.uses[use], 0) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.slogan.label < b.slogan.label ? -1 : 1));
  const rows = counted.slice(0, limit).map(({ slogan, n }): SloganRow => {
    let at = 0;
    const segments = SLOGAN_USES.filter((use) => slogan.uses[use] > 0).map((use): SloganSegment => {
      const from = at;
      at += slogan.uses[use];
      return {
        id: `${slogan.id}:${use}`,
        use,
        count: slogan.uses[use],
        from,
        to: at,
        target: { kind: 'statements', slogan: slogan.id, use },
      };
    });
    return { slug: slogan.id, label: slogan.label, labelLanguage: slogan.labelLanguage, n, segments };
  });
  const most = Math.max(LEAST_REACH, ...rows.map((row) => row.n));
  const step = wholeStep(most);
  const last = Math.ceil(most / step) * step;
  const [top] = rows;
  return {
    name: 'slogans-by-use',
    domain: [0, last],
    ticks: Array.from({ length: last / step + 1 }, (_, index) => index * step),
    rows,
    uses: SLOGAN_USES.filter((use) => rows.some((row) => row.segments.some((segment) => segment.use === use))),
    leftOut: counted.length - rows.length,
    n: counted.reduce((sum, { n }) => sum + n, 0),
    empty: rows.length === 0 ? 'no_slogans' : null,
    finding: findMostUsed(
      top,
      counted.filter((each) => each.n === top?.n).map(({ slogan }) => slogan.label),
    ),
  };
}

const NAMED_SLOGANS = 3;

/** @param tied labels of all slogans that are used as often as the first. */
function findMostUsed(top: SloganRow | undefined, tied: readonly string[]): Finding {
  if (top === undefined) return { kind: 'no_slogans' };
  if (tied.length > 1) return { kind: 'slogans_tied', slogans: tied.slice(0, NAMED_SLOGANS), tied: tied.length, n: top.n };
  return {
    kind: 'slogan_uses',
    slogan: top.label,
    sloganLanguage: top.labelLanguage,
    n: top.n,
    uses: top.segments.map(({ use, count }) => ({ use, count })),
  };
}

/** A step of 1, 2 or 5 times a power of ten that makes at most five ticks: statements come whole. */
function wholeStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const steps = [power / 10, power / 5, power / 2, power, power * 2, power * 5].filter((step) => step >= 1);
  return steps.find((step) => most / step <= 5) ?? power * 10;
}
