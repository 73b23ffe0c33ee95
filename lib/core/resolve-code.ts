import { DISPUTED, UNCODED } from '#lib/core/stance';
import { compareText } from '#lib/core/text/text-order';

/** One coder's judgement of one statement, target and variable. */
export interface ResolvableCoding<Code extends string = string> {
  readonly coderId: string;
  readonly code: Code;
  readonly codebookVersion: number;
  readonly round: number;
  /** 1 (unsure) to 3 (sure); null when the coder did not say. */
  readonly confidence: 1 | 2 | 3 | null;
  /** Grows with each row written, whoever writes it. */
  readonly createdSeq: number;
  readonly withdrawn: boolean;
}

/** A final code given after coders differed. Reopening keeps the row and takes its effect away. */
export interface ResolvableAdjudication<Code extends string = string> {
  readonly code: Code;
  readonly createdSeq: number;
  readonly reopened: boolean;
}

export const RESOLUTION_BASES = ['adjudicated', 'agreed', 'single', 'disputed', 'uncoded'] as const;
export type ResolutionBasis = (typeof RESOLUTION_BASES)[number];

export interface ResolvedCode<Code extends string = string> {
  readonly code: Code | typeof DISPUTED | typeof UNCODED;
  readonly basis: ResolutionBasis;
  /** How many coders have a coding that is not withdrawn. */
  readonly coders: number;
  /**
   * The lowest confidence among the codings that the code rests on; null when none of them says one.
   * An adjudicated code rests on its adjudication, so its confidence is null too.
   */
  readonly minConfidence: 1 | 2 | 3 | null;
}

/** Negative when `a` is the earlier row. Ends at the values themselves, so that no tie is left to the order of the rows. */
function compareCodings(a: ResolvableCoding, b: ResolvableCoding): number {
  return (
    a.codebookVersion - b.codebookVersion ||
    a.round - b.round ||
    a.createdSeq - b.createdSeq ||
    compareText(a.code, b.code) ||
    (a.confidence ?? 0) - (b.confidence ?? 0)
  );
}

function compareAdjudications(a: ResolvableAdjudication, b: ResolvableAdjudication): number {
  return a.createdSeq - b.createdSeq || compareText(a.code, b.code);
}

/**
 * Each coder's latest coding that is not withdrawn: the highest (codebook version, round, sequence).
 *
 * @returns one coding a coder, ordered by coder id, whatever the order of the rows
 */
export function latestCodings<Row extends ResolvableCoding>(codings: readonly Row[]): Row[] {
  const latest = new Map<string, Row>();
  for (const coding of codings) {
    if (coding.withdrawn) continue;
    const known = latest.get(coding.coderId);
    if (known === undefined || compareCodings(known, coding) < 0) latest.set(coding.coderId, coding);
  }
  return [...latest.values()].sort((a, b) => compareText(a.coderId, b.coderId));
}

/**
 * The one code that charts use for a statement, target and variable: its latest adjudication that is
 * not reopened, else what the latest codings of all coders agree on, else `disputed`; `uncoded` where
 * nobody has coded. It depends on the rows alone, never on their order.
 *
 * @param input all codings and adjudications of one statement, target and variable, in any order
 */
export function resolveCode<Code extends string>(input: {
  readonly codings: readonly ResolvableCoding<Code>[];
  readonly adjudications: readonly ResolvableAdjudication<Code>[];
}): ResolvedCode<Code> {
  const latest = latestCodings(input.codings);
  const coders = latest.length;

  let ruling: ResolvableAdjudication<Code> | undefined;
  for (const adjudication of input.adjudications) {
    if (adjudication.reopened) continue;
    if (ruling === undefined || compareAdjudications(ruling, adjudication) < 0) ruling = adjudication;
  }
  if (ruling !== undefined) return { code: ruling.code, basis: 'adjudicated', coders, minConfidence: null };

  const first = latest[0];
  if (first === undefined) return { code: UNCODED, basis: 'uncoded', coders: 0, minConfidence: null };

  const minConfidence = lowestConfidence(latest);
  if (latest.some((coding) => coding.code !== first.code)) {
    return { code: DISPUTED, basis: 'disputed', coders, minConfidence };
  }
  return { code: first.code, basis: coders === 1 ? 'single' : 'agreed', coders, minConfidence };
}

function lowestConfidence(codings: readonly ResolvableCoding[]): 1 | 2 | 3 | null {
  let lowest: 1 | 2 | 3 | null = null;
  for (const { confidence } of codings) {
    if (confidence !== null && (lowest === null || confidence < lowest)) lowest = confidence;
  }
  return lowest;
}
