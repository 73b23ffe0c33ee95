import { parseCodeNumber } from '#lib/core/reliability/parse-code-number';
import { codingsByUnit, type ReliabilityInput, type ReliabilityLevel } from '#lib/core/reliability/reliability-coding';
import { compareText } from '#lib/core/text/text-order';

/** Why alpha cannot be computed. "Not computable" is an answer of its own: neither 1 nor 0. */
export const ALPHA_REASONS = [
  'no_codings',
  'one_coder',
  'not_numeric',
  'below_zero',
  'code_not_in_order',
  'no_shared_unit',
  'one_category',
] as const;
export type AlphaReason = (typeof ALPHA_REASONS)[number];

/** What entered a coefficient. */
export interface AlphaBase {
  /** Units that two or more coders coded, in order of their ids; the others say nothing of agreement. */
  readonly unitIds: readonly string[];
  /** Coders who coded at least one of these units (all who coded, where there is no such unit). */
  readonly coders: number;
  /** Pairs of codings within units. */
  readonly pairs: number;
}

/**
 * Units that were coded alike, merged into one pattern. Alpha depends on nothing else, so a bootstrap draw
 * is a count for each pattern. Patterns lie flat in typed arrays: pattern p has the entries from `start[p]` to `start[p + 1]`.
 */
export interface AlphaPatterns {
  readonly level: ReliabilityLevel;
  /** The codes that occur in shared units: from lowest to highest where they have an order. */
  readonly codes: readonly string[];
  /** Their numbers for ratio; for interval measured from the first, in a unit of their own; ranks otherwise. */
  readonly numbers: Float64Array;
  /** How many units have each pattern. */
  readonly unitsOf: Int32Array;
  /** Pattern of each unit, in ascending order. */
  readonly patternOf: Int32Array;
  readonly start: Int32Array;
  readonly entryCode: Int32Array;
  readonly entryCount: Float64Array;
  /** Codings in a unit of the pattern. */
  readonly size: Float64Array;
  /** The one code of a pattern in which all agree, else -1. */
  readonly agreedCode: Int32Array;
}

export type CompiledCodings =
  | { readonly ok: true; readonly base: AlphaBase; readonly patterns: AlphaPatterns }
  | { readonly ok: false; readonly base: AlphaBase; readonly reason: AlphaReason };

/** Sorts codings into patterns, or says why no alpha can come of them. */
export function compileCodings({ codings, level, order }: ReliabilityInput): CompiledCodings {
  const units = codingsByUnit(codings);
  const shared = [...units].filter(([, unit]) => unit.size > 1).sort(([a], [b]) => compareText(a, b));
  const coders = new Set<string>();
  let pairs = 0;
  for (const [, unit] of shared) {
    for (const coder of unit.keys()) coders.add(coder);
    pairs += (unit.size * (unit.size - 1)) / 2;
  }
  const allCoders = new Set(codings.map((coding) => coding.coder));
  const base: AlphaBase = {
    unitIds: shared.map(([unit]) => unit),
    coders: shared.length > 0 ? coders.size : allCoders.size,
    pairs,
  };
  const fail = (reason: AlphaReason): CompiledCodings => ({ ok: false, base, reason });

  if (codings.length === 0) return fail('no_codings');
  const scale = readScale(
    codings.map((coding) => coding.code),
    level,
    order,
  );
  if (typeof scale === 'string') return fail(scale);
  if (allCoders.size < 2) return fail('one_coder');
  if (shared.length === 0) return fail('no_shared_unit');

  const usedPositions = new Set<number>();
  const unitPositions = shared.map(([, unit]) => {
    const positions = [...unit.values()].map((coding) => scale.position.get(coding.code) ?? 0);
    for (const position of positions) usedPositions.add(position);
    return positions.sort((a, b) => a - b);
  });
  if (usedPositions.size < 2) return fail('one_category');

  // Codes that no shared unit has must not widen the arrays that every draw walks through.
  const used = [...usedPositions].sort((a, b) => a - b);
  const indexOf = new Map(used.map((position, index) => [position, index]));
  return { ok: true, base, patterns: mergeUnits(unitPositions, indexOf, used, scale, level) };
}

interface Scale {
  /** Place of each code; codes that mean the same number share one. */
  readonly position: ReadonlyMap<string, number>;
  readonly codes: readonly string[];
  readonly numbers: readonly number[];
}

/** Puts all codes in order and finds their numbers, or says why it cannot. */
function readScale(codes: readonly string[], level: ReliabilityLevel, order: readonly string[] | undefined): Scale | AlphaReason {
  const distinct = [...new Set(codes)].sort(compareText);
  if (level === 'nominal') {
    return {
      position: new Map(distinct.map((code, index) => [code, index])),
      codes: distinct,
      numbers: distinct.map((_, index) => index),
    };
  }
  if (level === 'ordinal' && order !== undefined) {
    const position = new Map(order.map((code, index) => [code, index]));
    if (distinct.some((code) => !position.has(code))) return 'code_not_in_order';
    return { position, codes: order, numbers: order.map((_, index) => index) };
  }
  const byNumber = new Map<number, string>();
  const numberOf = new Map<string, number>();
  for (const code of distinct) {
    const value = parseCodeNumber(code);
    if (value === null) return 'not_numeric';
    if (level === 'ratio' && value < 0) return 'below_zero';
    // -0 and 0 are one value.
    numberOf.set(code, value + 0);
    if (!byNumber.has(value + 0)) byNumber.set(value + 0, code);
  }
  const ascending = [...byNumber].sort(([a], [b]) => a - b);
  const place = new Map(ascending.map(([value], index) => [value, index]));
  return {
    position: new Map([...numberOf].map(([code, value]) => [code, place.get(value) ?? 0])),
    codes: ascending.map(([, code]) => code),
    numbers: ascending.map(([value]) => value),
  };
}

function mergeUnits(
  unitPositions: readonly (readonly number[])[],
  indexOf: ReadonlyMap<number, number>,
  used: readonly number[],
  scale: Scale,
  level: ReliabilityLevel,
): AlphaPatterns {
  const byKey = new Map<string, { codes: number[]; units: number }>();
  for (const positions of unitPositions) {
    const codes = positions.map((position) => indexOf.get(position) ?? 0);
    const key = codes.join(' ');
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { codes, units: 1 });
    else known.units += 1;
  }
  // A fixed order of patterns makes a seeded draw independent of the order of units and coders.
  const patterns = [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, pattern]) => pattern);

  const start = new Int32Array(patterns.length + 1);
  const entryCode: number[] = [];
  const entryCount: number[] = [];
  patterns.forEach(({ codes }, index) => {
    const counts = new Map<number, number>();
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const [code, count] of counts) {
      entryCode.push(code);
      entryCount.push(count);
    }
    start[index + 1] = entryCode.length;
  });

  const numbers = used.map((position) => scale.numbers[position] ?? 0);
  return {
    level,
    codes: used.map((position) => scale.codes[position] ?? ''),
    numbers: level === 'interval' ? fromFirst(numbers) : Float64Array.from(numbers),
    unitsOf: Int32Array.from(patterns, ({ units }) => units),
    patternOf: Int32Array.from(patterns.flatMap(({ units }, index) => Array.from({ length: units }, () => index))),
    start,
    entryCode: Int32Array.from(entryCode),
    entryCount: Float64Array.from(entryCount),
    size: Float64Array.from(patterns, ({ codes }) => codes.length),
    agreedCode: Int32Array.from(patterns, ({ codes }) => (codes.every((code) => code === codes[0]) ? (codes[0] ?? -1) : -1)),
  };
}

/**
 * Ascending numbers measured from the first of them, divided by a power of two so that the largest is near 1: sums of squares lose
 * digits where all values lie far from 0, and have no number where they are huge or tiny. Alpha does not depend on the unit.
 */
function fromFirst(numbers: readonly number[]): Float64Array {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const isTooWide = !Number.isFinite(last - first);
  const distances = Float64Array.from(numbers, (value) => (isTooWide ? value / 2 - first / 2 : value - first));
  const largest = distances.at(-1) ?? 0;
  if (!(largest > 0)) return distances;
  // A power of two changes no digit; 2 ** 1023 is the largest there is.
  const unit = 2 ** Math.max(-1023, Math.min(1023, -Math.floor(Math.log2(largest))));
  return distances.map((distance) => distance * unit);
}
