import type { ChartName, EmptyReason } from '#lib/core/charts/chart-model';
import type { SentimentColumn } from '#lib/core/charts/stance-by-sentiment';
import type { Finding } from '#lib/core/findings/finding';
import type { SentimentLabel } from '#lib/core/score';
import type { ResolvedStance, SloganUse } from '#lib/core/stance';
import type { SmallSampleRule } from '#lib/core/statistics/small-sample';

/** What a title needs beside the chart's name. */
export interface TitleSubject {
  readonly name: ChartName;
  readonly stance?: ResolvedStance;
  /** Labels of the two camps that are set against each other. */
  readonly pair?: readonly [string, string];
  readonly measure?: 'stance' | 'wording';
}

/** What a mark stands for, so that whoever hears it knows what whoever sees it knows. */
export type MarkFacts =
  | {
      readonly kind: 'segment';
      readonly camp: string;
      readonly stance: ResolvedStance;
      readonly count: number;
      readonly n: number;
      readonly shareAs: SmallSampleRule['shareAs'];
    }
  | {
      readonly kind: 'statement';
      readonly camp: string;
      readonly stance?: ResolvedStance;
      readonly score?: number;
      readonly label?: SentimentLabel | null;
      readonly unsure?: boolean;
      readonly date?: string;
    }
  | { readonly kind: 'bin'; readonly camp: string; readonly from: number; readonly to: number; readonly count: number }
  | {
      readonly kind: 'cell';
      readonly stance: ResolvedStance;
      readonly column: SentimentColumn;
      readonly count: number;
      readonly parted: boolean;
    }
  | {
      readonly kind: 'share';
      readonly camp: string;
      readonly stance: ResolvedStance;
      readonly count: number;
      readonly n: number;
      readonly low: number;
      readonly high: number;
      readonly shareAs: SmallSampleRule['shareAs'];
    }
  | {
      readonly kind: 'difference';
      readonly first: string;
      readonly second: string;
      readonly stance: ResolvedStance;
      /** "4 of 5", one for each camp. */
      readonly counts: readonly [string, string];
      /** Null where a camp has too few statements for points. */
      readonly difference: number | null;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: 'days';
      readonly camp: string;
      readonly from: string;
      readonly to: string;
      readonly count: number;
      readonly stance?: ResolvedStance;
      readonly mean?: number;
    }
  | {
      readonly kind: 'term';
      readonly term: string;
      readonly camp: string;
      readonly z: number;
      readonly countFirst: number;
      readonly countSecond: number;
    }
  | { readonly kind: 'slogan_use'; readonly slogan: string; readonly use: SloganUse; readonly count: number; readonly n: number };

/** Headings of the tables that stand beside the charts. */
interface TableText {
  readonly camp: string;
  readonly n: string;
  readonly share: string;
  readonly interval: string;
  readonly low: string;
  readonly high: string;
  readonly scored: string;
  readonly notScored: string;
  readonly mean: string;
  readonly median: string;
  readonly statement: string;
  readonly stance: string;
  readonly score: string;
  readonly total: string;
  readonly difference: string;
  readonly comparison: string;
  readonly date: string;
  readonly undated: string;
  readonly event: string;
  readonly term: string;
  readonly slogan: string;
  readonly use: string;
  readonly z: string;
  readonly scoreFrom: string;
  readonly scoreTo: string;
  readonly count: string;
  /** For a cell that the small-sample rules leave empty. */
  readonly nothing: string;
}

/** Everything that a chart says, in one language. Core draws; the dictionaries speak. */
export interface ChartText {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';

  readonly stance: (stance: ResolvedStance) => string;
  readonly sentiment: (column: SentimentColumn) => string;
  readonly sloganUse: (use: SloganUse) => string;

  readonly count: (count: number) => string;
  /** A share in [0, 1] in per cent. */
  readonly share: (share: number) => string;
  /** A score in [-1, 1] with its sign. */
  readonly score: (score: number) => string;
  /** A tick of a score axis: as short as it can be. */
  readonly scoreTick: (score: number) => string;
  /** A difference of two shares, in percentage points with its sign. */
  readonly points: (difference: number) => string;
  /** A z value with its sign. */
  readonly z: (z: number) => string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precisely as it is known. */
  readonly date: (date: string) => string;
  /** Tick of a time axis. */
  readonly timeTick: (date: string, precision: 'year' | 'month' | 'day') => string;

  /** "n = 12" */
  readonly n: (n: number) => string;
  /** "3 of 8" */
  readonly ofN: (count: number, n: number) => string;
  /** "n = 3, too few to summarise" */
  readonly tooFew: (n: number) => string;
  /** "10 of 12 scored" */
  readonly scored: (scored: number, n: number) => string;
  /** "2 of 12 scored, too few to summarise" */
  readonly tooFewScored: (scored: number, n: number) => string;
  /** "4 undated" */
  readonly undated: (count: number) => string;
  /** "2 not scored" */
  readonly notScored: (count: number) => string;
  /** Name of a difference, in one and in two lines. */
  readonly minus: (first: string, second: string) => string;
  readonly minusSecond: (second: string) => string;
  /** n of the two camps of a difference. */
  readonly nPair: (first: number, second: number) => string;
  /** Counts of the two camps of a difference, where they are too few for points: "4 of 5 and 0 of 5". */
  readonly countPair: (first: string, second: string) => string;
  /** The interval of a mean or share: "−0.60 to −0.21". */
  readonly range: (low: string, high: string) => string;

  readonly title: (subject: TitleSubject) => string;
  readonly finding: (finding: Finding) => string;
  readonly empty: (reason: EmptyReason) => string;
  readonly markFacts: (mark: MarkFacts) => string;
  /** What the language puts around a quote. */
  readonly quoteMarks: readonly [string, string];

  /** What stands beside an interval wherever one is drawn. */
  readonly intervalNote: string;
  /** What stands beside a chart of words: of which texts they are, as its n counts those. */
  readonly termsNote: string;
  readonly notAPoll: string;
  readonly axis: {
    readonly share: string;
    readonly score: string;
    readonly negative: string;
    readonly positive: string;
    readonly difference: string;
    readonly z: string;
    readonly count: string;
    /** Head of the part of a diverging chart that stands apart. */
    readonly apart: string;
  };
  readonly key: {
    readonly meanAndInterval: string;
    readonly shareAndInterval: string;
    readonly differenceAndInterval: string;
    readonly unsure: string;
    /** Filled and open dots of a camp that is too small for a share. */
    readonly takes: (stance: string) => string;
    readonly takesNot: (stance: string) => string;
    /** Where wording and stance point opposite ways. */
    readonly parted: string;
    readonly oneDot: string;
    readonly event: string;
    readonly datePeriod: string;
    readonly runningMean: string;
    readonly slope: string;
    /** What the tallest bar of a histogram over time counts. */
    readonly tallest: (count: number) => string;
  };
  readonly table: TableText;
  readonly figure: {
    readonly filter: (filter: string) => string;
    readonly source: (source: string) => string;
    readonly dataOf: (date: string) => string;
    readonly scorer: (scorer: string) => string;
    readonly madeWith: (product: string) => string;
    readonly table: string;
    readonly open: string;
    readonly toolbar: string;
    readonly closeTip: string;
  };
}
