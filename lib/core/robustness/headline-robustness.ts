import { latestCodings, type ResolvableAdjudication, type ResolvableCoding, resolveCode } from '#lib/core/resolve-code';
import { UNCODED } from '#lib/core/stance';
import { compareText } from '#lib/core/text/text-order';

/** A statement as the panel needs it: who said it, where, what it copies, and every row of judgement on it. */
export interface RobustnessStatement {
  readonly id: string;
  readonly camp: string;
  /** Null where nobody is named; such a statement stands for itself when speakers are counted. */
  readonly speakerId: string | null;
  readonly sourceId: string | null;
  /** The statement that this one repeats (a reprint, a repost); null for an original. */
  readonly duplicateOf: string | null;
  readonly codings: readonly ResolvableCoding[];
  readonly adjudications: readonly ResolvableAdjudication[];
}

/** What is claimed, and thus what would have to survive. */
export type Headline =
  | {
      /** In one camp, is the first or the second code the more frequent? */
      readonly kind: 'camp_direction';
      readonly camp: string;
      readonly codes: readonly [first: string, second: string];
    }
  | {
      /** Is a code's share larger in the first camp or in the second? All units that are coded count in the share. */
      readonly kind: 'camp_difference';
      readonly camps: readonly [first: string, second: string];
      readonly code: string;
    };

/** Whose judgement counts: one coder's alone, only what two or more coders agree on, or the resolved code. */
export type JudgementLevel =
  | { readonly kind: 'coder'; readonly coderId: string }
  | { readonly kind: 'agreed' }
  | { readonly kind: 'resolved' };

export const COUNTED_UNITS = ['statement', 'speaker', 'source'] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];

export const ROBUSTNESS_FACTORS = ['judgement', 'unit', 'duplicates', 'low_confidence'] as const;
export type RobustnessFactor = (typeof ROBUSTNESS_FACTORS)[number];

/** One way to recompute the headline. */
export interface RobustnessChoice {
  readonly judgement: JudgementLevel;
  readonly unit: CountedUnit;
  readonly duplicates: 'in' | 'out';
  readonly lowConfidence: 'in' | 'out';
}

/** `none`: there is nothing to compare. */
export type HeadlineDirection = 'first' | 'second' | 'tie' | 'none';

/** Against the headline's own direction; `empty` where nothing is left to compare. */
export type WayOutcome = 'kept' | 'turned' | 'tied' | 'empty';

export interface RobustnessWay extends RobustnessChoice {
  readonly direction: HeadlineDirection;
  readonly outcome: WayOutcome;
  /** What is compared: units for a direction in a camp, shares in [0, 1] for a difference of camps; null where there are no units. */
  readonly first: number | null;
  readonly second: number | null;
  /** Units that were counted, over both camps of a difference. */
  readonly units: number;
}

/** What one departure from the headline's own choices does. */
export interface FactorEffect {
  readonly factor: RobustnessFactor;
  /** The level departed to; `coder:<id>` for one coder. */
  readonly level: string;
  /** Pairs of ways that differ in this factor alone and where neither is empty. */
  readonly pairs: number;
  /** Of these, how many lose the direction by the departure, and how many get it back. */
  readonly lost: number;
  readonly regained: number;
  /** (lost - regained) / pairs in [-1, 1]; 0 for no pairs. */
  readonly effect: number;
  /** What becomes of the headline when nothing else is changed. */
  readonly alone: WayOutcome;
}

export interface HeadlineRobustness {
  /** The headline's own direction: resolved codes, every statement, low confidence in, duplicates as the headline counts them. */
  readonly direction: HeadlineDirection;
  /** Every way, the headline's own included. */
  readonly ways: readonly RobustnessWay[];
  /** Ways in which there is something to compare: the k of "n of k". */
  readonly comparable: number;
  readonly kept: number;
  readonly turned: number;
  readonly tied: number;
  readonly empty: number;
  /** One row for each departure, the strongest first. */
  readonly factors: readonly FactorEffect[];
  /** The departures that explain the losses best: the largest effect, more than one only where effects are equal; none when nothing is lost. */
  readonly drivers: readonly FactorEffect[];
}

/** How the headline itself counts. */
function ownChoice(duplicates: 'in' | 'out'): RobustnessChoice {
  return { judgement: { kind: 'resolved' }, unit: 'statement', duplicates, lowConfidence: 'in' };
}

/**
 * Would the headline survive? Recomputes its direction over {each coder alone, agreed only, resolved} x {statement, speaker,
 * source} x {duplicates in, out} x {low confidence in, out}.
 *
 * A speaker or a source counts once, with the code that most of its statements have; where codes tie it counts as `mixed`.
 * Of a statement and its duplicates one stays, the original if it is coded. Low confidence is a code that rests
 * on a coding of confidence 1.
 *
 * @param input.statements all statements of the event that the headline could rest on, in any order
 * @param input.duplicates whether the headline itself counts copies; what is told is what becomes of it when they are counted otherwise
 */
export function headlineRobustness(input: {
  readonly statements: readonly RobustnessStatement[];
  readonly headline: Headline;
  readonly duplicates: 'in' | 'out';
}): HeadlineRobustness {
  const { headline } = input;
  const own = ownChoice(input.duplicates);
  const camps = headline.kind === 'camp_direction' ? [headline.camp] : headline.camps;
  const statements = input.statements.filter(({ camp }) => camps.includes(camp)).sort((a, b) => compareText(a.id, b.id));
  const originals = originalsOf(input.statements);
  const coders = [...new Set(statements.flatMap(({ codings }) => latestCodings(codings).map(({ coderId }) => coderId)))].sort(
    compareText,
  );
  const judgements: JudgementLevel[] = [
    { kind: 'resolved' },
    { kind: 'agreed' },
    ...coders.map((coderId) => ({ kind: 'coder', coderId }) as const),
  ];

  const recompute = (choice: RobustnessChoice, coded: readonly CodedStatement[]) =>
    compareCodes(codedUnits(coded, originals, choice), headline);
  const { direction } = recompute(own, codedStatements(statements, own));
  const ways: RobustnessWay[] = [];
  for (const judgement of judgements) {
    for (const lowConfidence of ['in', 'out'] as const) {
      // Resolving codes is the costly part, and neither the unit nor the duplicates change it.
      const coded = codedStatements(statements, { judgement, lowConfidence });
      for (const unit of COUNTED_UNITS) {
        for (const duplicates of ['in', 'out'] as const) {
          const choice = { judgement, unit, duplicates, lowConfidence };
          const found = recompute(choice, coded);
          ways.push({ ...choice, ...found, outcome: outcomeOf(found.direction, direction) });
        }
      }
    }
  }

  const count = (outcome: WayOutcome) => ways.filter((way) => way.outcome === outcome).length;
  const factors = factorEffects(ways, own);
  const strongest = factors[0]?.effect ?? 0;
  return {
    direction,
    ways,
    comparable: ways.length - count('empty'),
    kept: count('kept'),
    turned: count('turned'),
    tied: count('tied'),
    empty: count('empty'),
    factors,
    drivers: strongest > 0 ? factors.filter(({ effect }) => effect > strongest - 1e-12) : [],
  };
}

/** The first statement of each chain of copies. A chain that bites its own tail has its smallest id for a head. */
function originalsOf(statements: readonly RobustnessStatement[]): ReadonlyMap<string, string> {
  const parents = new Map(statements.map(({ id, duplicateOf }) => [id, duplicateOf]));
  const originals = new Map<string, string>();
  for (const { id } of statements) {
    const seen = [id];
    let head = id;
    for (let parent = parents.get(head) ?? null; parent !== null; parent = parents.get(head) ?? null) {
      if (seen.includes(parent)) {
        head = seen.slice(seen.indexOf(parent)).sort(compareText)[0] ?? parent;
        break;
      }
      seen.push(parent);
      head = parent;
    }
    originals.set(id, head);
  }
  return originals;
}

interface CodedUnit {
  readonly camp: string;
  readonly code: string;
}

interface CodedStatement {
  readonly statement: RobustnessStatement;
  readonly code: string;
}

/** The statements that have a code under a choice; the others are left out. */
function codedStatements(
  statements: readonly RobustnessStatement[],
  choice: Pick<RobustnessChoice, 'judgement' | 'lowConfidence'>,
): CodedStatement[] {
  return statements.flatMap((statement) => {
    const code = codeOf(statement, choice);
    return code === null ? [] : [{ statement, code }];
  });
}

/** The units that a choice counts, each with its one code. */
function codedUnits(
  coded: readonly CodedStatement[],
  originals: ReadonlyMap<string, string>,
  choice: Pick<RobustnessChoice, 'unit' | 'duplicates'>,
): CodedUnit[] {
  const counted = choice.duplicates === 'in' ? coded : onePerOriginal(coded, originals);
  if (choice.unit === 'statement') return counted.map(({ statement, code }) => ({ camp: statement.camp, code }));

  const groups = new Map<string, { camp: string; codes: string[] }>();
  for (const { statement, code } of counted) {
    const owner = choice.unit === 'speaker' ? statement.speakerId : statement.sourceId;
    // Somebody can speak in two camps; in each they count once.
    const key = JSON.stringify(owner === null ? ['statement', statement.id] : [statement.camp, owner]);
    const group = groups.get(key) ?? { camp: statement.camp, codes: [] };
    group.codes.push(code);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ camp, codes }) => ({ camp, code: mostFrequent(codes) }));
}

function codeOf(
  { codings, adjudications }: RobustnessStatement,
  { judgement, lowConfidence }: Pick<RobustnessChoice, 'judgement' | 'lowConfidence'>,
): string | null {
  const rows = judgement.kind === 'coder' ? codings.filter(({ coderId }) => coderId === judgement.coderId) : codings;
  const { code, basis, minConfidence } = resolveCode({
    codings: rows,
    adjudications: judgement.kind === 'resolved' ? adjudications : [],
  });
  if (code === UNCODED || (judgement.kind === 'agreed' && basis !== 'agreed')) return null;
  return lowConfidence === 'out' && minConfidence === 1 ? null : code;
}

function onePerOriginal(rows: readonly CodedStatement[], originals: ReadonlyMap<string, string>): CodedStatement[] {
  const kept = new Map<string, CodedStatement>();
  for (const row of rows) {
    const { id, camp } = row.statement;
    const original = originals.get(id) ?? id;
    const key = JSON.stringify([camp, original]);
    if (!kept.has(key) || id === original) kept.set(key, row);
  }
  return [...kept.values()];
}

function mostFrequent(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? 'mixed' : first[0];
}

function compareCodes(
  units: readonly CodedUnit[],
  headline: Headline,
): Pick<RobustnessWay, 'direction' | 'first' | 'second' | 'units'> {
  if (headline.kind === 'camp_direction') {
    const [first, second] = headline.codes.map((wanted) => units.filter(({ code }) => code === wanted).length);
    const sides = { first: first ?? 0, second: second ?? 0 };
    const direction = sides.first + sides.second === 0 ? 'none' : directionOf(sides.first - sides.second);
    return { ...sides, direction, units: units.length };
  }
  const [first, second] = headline.camps.map((camp) => shareIn(units, camp, headline.code));
  const sides = { first: first ?? null, second: second ?? null };
  if (sides.first === null || sides.second === null) return { ...sides, direction: 'none', units: units.length };
  return { ...sides, direction: directionOf(sides.first - sides.second), units: units.length };
}

function shareIn(units: readonly CodedUnit[], camp: string, wanted: string): number | null {
  const members = units.filter((unit) => unit.camp === camp);
  return members.length === 0 ? null : members.filter(({ code }) => code === wanted).length / members.length;
}

function directionOf(difference: number): HeadlineDirection {
  // 2/6 and 1/3 are the same share; their quotients need not be the same float.
  if (Math.abs(difference) < 1e-12) return 'tie';
  return difference > 0 ? 'first' : 'second';
}

function outcomeOf(direction: HeadlineDirection, own: HeadlineDirection): WayOutcome {
  if (direction === 'none') return 'empty';
  if (direction === own) return 'kept';
  return direction === 'tie' ? 'tied' : 'turned';
}

function levelsOf({ judgement, unit, duplicates, lowConfidence }: RobustnessChoice): Record<RobustnessFactor, string> {
  return {
    judgement: judgement.kind === 'coder' ? `coder:${judgement.coderId}` : judgement.kind,
    unit,
    duplicates,
    low_confidence: lowConfidence,
  };
}

/**
 * For every departure from the headline's own choices: over all pairs of ways that differ in it alone, how often it loses
 * the direction less how often it brings it back. That tells the cause from what merely goes along with it.
 */
function factorEffects(ways: readonly RobustnessWay[], ownOfHeadline: RobustnessChoice): FactorEffect[] {
  const own = levelsOf(ownOfHeadline);
  const keyOf = (levels: Record<RobustnessFactor, string>) => JSON.stringify(ROBUSTNESS_FACTORS.map((factor) => levels[factor]));
  const outcomes = new Map(ways.map((way) => [keyOf(levelsOf(way)), way.outcome]));

  const effects = ROBUSTNESS_FACTORS.flatMap((factor) => {
    const departures = [...new Set(ways.map((way) => levelsOf(way)[factor]))].filter((level) => level !== own[factor]);
    return departures.map((level): FactorEffect => {
      let pairs = 0;
      let lost = 0;
      let regained = 0;
      for (const way of ways) {
        const levels = levelsOf(way);
        const before = outcomes.get(keyOf({ ...levels, [factor]: own[factor] })) ?? 'empty';
        if (levels[factor] !== level || way.outcome === 'empty' || before === 'empty') continue;
        pairs += 1;
        if (before === 'kept' && way.outcome !== 'kept') lost += 1;
        if (before !== 'kept' && way.outcome === 'kept') regained += 1;
      }
      const alone = outcomes.get(keyOf({ ...own, [factor]: level })) ?? 'empty';
      return { factor, level, pairs, lost, regained, effect: pairs === 0 ? 0 : (lost - regained) / pairs, alone };
    });
  });
  // A stable sort keeps the order of the factors where effects are equal.
  return effects.sort((a, b) => b.effect - a.effect);
}
