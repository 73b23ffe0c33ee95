import { type AlphaPatterns, type AlphaReason, compileCodings } from '#lib/core/reliability/alpha-patterns';
import type { ReliabilityInput, ReliabilityLevel } from '#lib/core/reliability/reliability-coding';

/**
 * With more distinct values than this, a ratio draw takes the expected disagreement to first order in the change of
 * the margins instead of going through all pairs of values again. What is left out is of the order of 1 in the number of units.
 */
const RATIO_EXACT_VALUES = 256;

/** Krippendorff's alpha and what it rests on. */
export interface AlphaResult {
  readonly level: ReliabilityLevel;
  /** At most 1; 0 is what chance gives. Null exactly when `reason` is not. */
  readonly alpha: number | null;
  readonly reason: AlphaReason | null;
  /** Units that two or more coders coded. */
  readonly units: number;
  readonly coders: number;
  readonly pairs: number;
  readonly unitIds: readonly string[];
  /** Mean disagreement within units, and between all codings as if they had been dealt out by chance. */
  readonly observedDisagreement: number | null;
  readonly expectedDisagreement: number | null;
}

/** The two disagreements of a weighted set of patterns; null where all codings are the same. */
export type Disagreements = (unitsOf: Int32Array) => { readonly observed: number; readonly expected: number } | null;

/**
 * Krippendorff's alpha for any number of coders, with missing codings.
 *
 * @returns `reason` says why there is no alpha, among others `one_coder`, `no_shared_unit`, and `one_category`
 * where all codings that could be compared are the same code: such data cannot show whether coders can tell codes apart
 * @throws RangeError when a coder has two codings of one unit
 * @see Krippendorff (2019), Content Analysis, 4th edition, chapter 12; Hayes and Krippendorff (2007), Communication Methods and Measures 1, 77-89
 */
export function krippendorffAlpha(input: ReliabilityInput): AlphaResult {
  return prepareAlpha(input).result;
}

/** Alpha of the sample, and the function that gives the disagreements of any other weights of its patterns. */
export function prepareAlpha(input: ReliabilityInput): {
  readonly result: AlphaResult;
  readonly draws: { readonly patterns: AlphaPatterns; readonly disagreements: Disagreements } | null;
} {
  const compiled = compileCodings(input);
  const { unitIds, coders, pairs } = compiled.base;
  const shape = { level: input.level, units: unitIds.length, coders, pairs, unitIds };
  const none = { alpha: null, observedDisagreement: null, expectedDisagreement: null };
  if (!compiled.ok) return { result: { ...shape, ...none, reason: compiled.reason }, draws: null };
  const { patterns } = compiled;
  const disagreements = disagreementsOf(patterns);
  const found = disagreements(patterns.unitsOf);
  if (found === null) return { result: { ...shape, ...none, reason: 'one_category' }, draws: null };
  const result: AlphaResult = {
    ...shape,
    alpha: 1 - found.observed / found.expected,
    reason: null,
    observedDisagreement: found.observed,
    expectedDisagreement: found.expected,
  };
  return { result, draws: { patterns, disagreements } };
}

/**
 * How often each two codes stand together in a unit, each unit weighing as many as it has codings.
 *
 * @returns the codes and a symmetric matrix whose sum is the number of codings that can be compared; null where alpha is not computable
 */
export function coincidenceMatrix(
  input: ReliabilityInput,
): { readonly codes: readonly string[]; readonly counts: readonly (readonly number[])[] } | null {
  const compiled = compileCodings(input);
  if (!compiled.ok) return null;
  const { codes, unitsOf, start, entryCode, entryCount, size } = compiled.patterns;
  const counts = codes.map(() => codes.map(() => 0));
  for (let pattern = 0; pattern < unitsOf.length; pattern += 1) {
    const weight = (unitsOf[pattern] ?? 0) / ((size[pattern] ?? 2) - 1);
    const from = start[pattern] ?? 0;
    const to = start[pattern + 1] ?? 0;
    for (let a = from; a < to; a += 1) {
      for (let b = from; b < to; b += 1) {
        const row = counts[entryCode[a] ?? 0];
        const column = entryCode[b] ?? 0;
        const together = (entryCount[a] ?? 0) * ((entryCount[b] ?? 0) - (a === b ? 1 : 0));
        if (row !== undefined) row[column] = (row[column] ?? 0) + weight * together;
      }
    }
  }
  return { codes, counts };
}

/**
 * Makes the function that answers for one draw after the other; what does not change between draws is
 * computed here, once.
 */
function disagreementsOf(patterns: AlphaPatterns): Disagreements {
  const measure = measureOf(patterns);
  const { agreedCode, size } = patterns;
  return (unitsOf) => {
    let values = 0;
    let only = -2;
    for (let pattern = 0; pattern < unitsOf.length; pattern += 1) {
      const units = unitsOf[pattern] ?? 0;
      if (units === 0) continue;
      values += units * (size[pattern] ?? 0);
      const agreed = agreedCode[pattern] ?? -1;
      if (only === -2) only = agreed;
      else if (only !== agreed) only = -1;
    }
    if (only !== -1) return null;
    const { within, across } = measure(unitsOf, values);
    return { observed: within / values, expected: across / (values * (values - 1)) };
  };
}

/** Sums of squared differences: over pairs within units (each unit divided by its codings less 1), and over all pairs of codings. */
type Measure = (unitsOf: Int32Array, values: number) => { readonly within: number; readonly across: number };

function measureOf(patterns: AlphaPatterns): Measure {
  switch (patterns.level) {
    case 'nominal':
      return nominalMeasure(patterns);
    case 'ordinal':
      return ordinalMeasure(patterns);
    case 'interval':
      return intervalMeasure(patterns);
    case 'ratio':
      return ratioMeasure(patterns);
  }
}

/** Adds up how often each code was given. */
function fillMargins({ start, entryCode, entryCount }: AlphaPatterns, unitsOf: Int32Array, margins: Float64Array): void {
  margins.fill(0);
  for (let pattern = 0; pattern < unitsOf.length; pattern += 1) {
    const units = unitsOf[pattern] ?? 0;
    if (units === 0) continue;
    const to = start[pattern + 1] ?? 0;
    for (let entry = start[pattern] ?? 0; entry < to; entry += 1) {
      const code = entryCode[entry] ?? 0;
      margins[code] = (margins[code] ?? 0) + units * (entryCount[entry] ?? 0);
    }
  }
}

function weightedSum(unitsOf: Int32Array, perUnit: Float64Array): number {
  let sum = 0;
  for (let pattern = 0; pattern < unitsOf.length; pattern += 1) sum += (unitsOf[pattern] ?? 0) * (perUnit[pattern] ?? 0);
  return sum;
}

function nominalMeasure(patterns: AlphaPatterns): Measure {
  const margins = new Float64Array(patterns.codes.length);
  const withinUnit = perPattern(patterns, (a, b) => (a === b ? 0 : 1));
  return (unitsOf, values) => {
    fillMargins(patterns, unitsOf, margins);
    let same = 0;
    for (const margin of margins) same += margin * margin;
    return { within: weightedSum(unitsOf, withinUnit), across: values * values - same };
  };
}

/** Squared differences of numbers need only sums and sums of squares, however many values there are. */
function intervalMeasure(patterns: AlphaPatterns): Measure {
  const { numbers } = patterns;
  const withinUnit = perPattern(patterns, (a, b) => ((numbers[a] ?? 0) - (numbers[b] ?? 0)) ** 2);
  const sums = perEntry(patterns, (code) => numbers[code] ?? 0);
  const squares = perEntry(patterns, (code) => (numbers[code] ?? 0) ** 2);
  return (unitsOf, values) => {
    const sum = weightedSum(unitsOf, sums);
    return { within: weightedSum(unitsOf, withinUnit), across: 2 * (values * weightedSum(unitsOf, squares) - sum * sum) };
  };
}

/**
 * The ordinal difference of two codes is the number of codings between them, counting each of the two by half. That is the
 * difference of their mid-ranks, so ordinal alpha is interval alpha on ranks, which every draw must take anew.
 */
function ordinalMeasure(patterns: AlphaPatterns): Measure {
  const { codes, start, entryCode, entryCount, size } = patterns;
  const margins = new Float64Array(codes.length);
  const ranks = new Float64Array(codes.length);
  return (unitsOf, values) => {
    fillMargins(patterns, unitsOf, margins);
    let before = 0;
    let across = 0;
    for (let code = 0; code < margins.length; code += 1) {
      const margin = margins[code] ?? 0;
      // Measured from the middle, where the ranks' sum is 0 and only the squares are left.
      const rank = before + margin / 2 - values / 2;
      ranks[code] = rank;
      across += margin * rank * rank;
      before += margin;
    }
    let within = 0;
    for (let pattern = 0; pattern < unitsOf.length; pattern += 1) {
      const units = unitsOf[pattern] ?? 0;
      if (units === 0) continue;
      const to = start[pattern + 1] ?? 0;
      let sum = 0;
      let squares = 0;
      for (let entry = start[pattern] ?? 0; entry < to; entry += 1) {
        const rank = ranks[entryCode[entry] ?? 0] ?? 0;
        const count = entryCount[entry] ?? 0;
        sum += count * rank;
        squares += count * rank * rank;
      }
      const codings = size[pattern] ?? 2;
      within += (units * 2 * (codings * squares - sum * sum)) / (codings - 1);
    }
    return { within, across: 2 * values * across };
  };
}

function ratioDifference(a: number, b: number): number {
  if (a === b) return 0;
  // The sum of two numbers near the largest that there are is none.
  return (Number.isFinite(a + b) ? (a - b) / (a + b) : (a / 2 - b / 2) / (a / 2 + b / 2)) ** 2;
}

function ratioMeasure(patterns: AlphaPatterns): Measure {
  const { numbers, unitsOf: allUnits } = patterns;
  const margins = new Float64Array(numbers.length);
  const withinUnit = perPattern(patterns, (a, b) => ratioDifference(numbers[a] ?? 0, numbers[b] ?? 0));

  function acrossAll(): number {
    let across = 0;
    for (let a = 0; a < numbers.length; a += 1) {
      const margin = margins[a] ?? 0;
      if (margin === 0) continue;
      const number = numbers[a] ?? 0;
      for (let b = a + 1; b < numbers.length; b += 1)
        across += 2 * margin * (margins[b] ?? 0) * ratioDifference(number, numbers[b] ?? 0);
    }
    return across;
  }
  if (numbers.length <= RATIO_EXACT_VALUES) {
    return (unitsOf) => {
      fillMargins(patterns, unitsOf, margins);
      return { within: weightedSum(unitsOf, withinUnit), across: acrossAll() };
    };
  }

  fillMargins(patterns, allUnits, margins);
  const distanceToAll = new Float64Array(numbers.length);
  for (let a = 0; a < numbers.length; a += 1) {
    const number = numbers[a] ?? 0;
    const margin = margins[a] ?? 0;
    let distance = 0;
    for (let b = a + 1; b < numbers.length; b += 1) {
      const difference = ratioDifference(number, numbers[b] ?? 0);
      distance += (margins[b] ?? 0) * difference;
      distanceToAll[b] = (distanceToAll[b] ?? 0) + margin * difference;
    }
    distanceToAll[a] = (distanceToAll[a] ?? 0) + distance;
  }
  const share = perEntry(patterns, (code) => distanceToAll[code] ?? 0);
  const acrossSeen = weightedSum(allUnits, share);
  // With the margins m + e: (m + e)'D(m + e) is 2 (m + e)'Dm - m'Dm, and e'De besides, which is left out.
  return (unitsOf) => ({ within: weightedSum(unitsOf, withinUnit), across: 2 * weightedSum(unitsOf, share) - acrossSeen });
}

/** For one unit of each pattern: squared differences over all ordered pairs, divided by its codings less 1. */
function perPattern(
  { start, entryCode, entryCount, size }: AlphaPatterns,
  difference: (a: number, b: number) => number,
): Float64Array {
  return size.map((codings, pattern) => {
    let sum = 0;
    const to = start[pattern + 1] ?? 0;
    for (let a = start[pattern] ?? 0; a < to; a += 1) {
      for (let b = a + 1; b < to; b += 1) {
        sum += 2 * (entryCount[a] ?? 0) * (entryCount[b] ?? 0) * difference(entryCode[a] ?? 0, entryCode[b] ?? 0);
      }
    }
    return sum / (codings - 1);
  });
}

/** For one unit of each pattern: the sum of `value` over its codings. */
function perEntry({ start, entryCode, entryCount, size }: AlphaPatterns, value: (code: number) => number): Float64Array {
  return size.map((_, pattern) => {
    let sum = 0;
    const to = start[pattern + 1] ?? 0;
    for (let entry = start[pattern] ?? 0; entry < to; entry += 1) sum += (entryCount[entry] ?? 0) * value(entryCode[entry] ?? 0);
    return sum;
  });
}
