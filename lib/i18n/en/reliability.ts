import type { MethodsFacts, SharedUnitsRule } from '#lib/core/codebook/methods-paragraph';
import { isolate } from '#lib/core/text/isolate';
import { counted } from '#lib/i18n/en/counted';
import { formatDate, formatList, formatNumber, formatPercent, formatPlainNumber } from '#lib/i18n/format';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';

const number = (n: number): string => formatNumber('en', n);
const statements = (n: number): string => counted(n, 'statement', 'statements');
const coders = (n: number): string => counted(n, 'coder', 'coders');

const bands = {
  uncoded: 'not coded yet',
  one_coder: 'coded by one person',
  low: 'low agreement',
  tentative: 'tentative agreement',
  good: 'good agreement',
};

const reasons = {
  no_codings: 'nobody has coded it',
  one_coder: 'one person alone coded it',
  not_numeric: 'its codes are no numbers',
  below_zero: 'a ratio scale takes no number below zero',
  code_not_in_order: 'a code is not in the order of the codebook',
  no_shared_unit: 'no statement was coded by two people',
  one_category: 'everybody gave the same code throughout, so that nothing shows whether coders can tell codes apart',
};

const levels = { nominal: 'nominal', ordinal: 'ordinal', interval: 'interval', ratio: 'ratio' };

const drawn = (rule: SharedUnitsRule): string => {
  switch (rule.kind) {
    case 'all':
      return 'every statement was coded by two or more';
    case 'random':
      return `the shared statements are a random ${formatPercent('en', rule.share)}, drawn with seed ${formatPlainNumber('en', rule.seed)}`;
    case 'as_they_came':
      return 'the shared statements were not drawn: they are those that two people happened to code';
  }
};

const bases = { unanimous: 'unanimously', majority: 'by majority', discussion: 'by discussion', expert: 'by an expert' };

function methodsParagraph(facts: MethodsFacts, labels: Readonly<Record<string, string>>): string {
  const { draws, seed, confidence } = facts.bootstrap;
  const intro = `${coders(facts.coders)} coded ${statements(facts.statements)} by version ${facts.codebookVersion} of the codebook; on the coding page nobody sees another's code, or the machine's score, before giving their own.`;
  const variables = facts.variables.map(({ key, level, mark, sharedUnits, coded, codedByTwoOrMore, resolved, adjudicated }) => {
    const label = labels[key] ?? key;
    const alpha =
      mark.alpha === null
        ? `Krippendorff's alpha is not computable (${mark.reason === null ? '' : reasons[mark.reason]})`
        : `Krippendorff's alpha is ${formatCoefficient('en', mark.alpha, 3)}${mark.ci === null ? '' : ` ${formatCoefficientInterval('en', mark.ci, 3)}`}`;
    const decided = Object.entries(bases).flatMap(([basis, words]) => {
      const n = Object.entries(adjudicated).find(([known]) => known === basis)?.[1] ?? 0;
      return n === 0 ? [] : [`${number(n)} ${words}`];
    });
    const ends = [
      ...(mark.alpha === null ? [] : [drawn(sharedUnits)]),
      ...(decided.length === 0 ? [] : [`differences were resolved ${formatList('en', decided)}`]),
      ...(resolved.disputed === 0 ? [] : [`${number(resolved.disputed)} remain disputed and are shown as such`]),
    ];
    return `${label} (${levels[level]}): ${number(coded)} coded, ${number(codedByTwoOrMore)} by two or more; ${alpha}${ends.length === 0 ? '' : `; ${ends.join('; ')}`}.`;
  });
  const how = facts.variables.some(({ mark }) => mark.alpha !== null)
    ? ` Intervals: ${formatPercent('en', confidence)} percentile bootstrap over statements, ${number(draws)} draws, seed ${formatPlainNumber('en', seed)}.`
    : '';
  return `${intro} ${variables.join(' ')}${how} Data as of ${formatDate('en', facts.asOf)}; computed with Stanceboard.`;
}

export const reliability = {
  title: 'Reliability',
  lead: 'How far coders agree, with intervals, for a footnote.',
  bands,
  reasons,
  levels,
  notComputable: 'alpha not computable',
  notComputableBecause: (reason: string) => `alpha not computable, because ${reason}`,
  alpha: (alpha: string) => `alpha ${alpha}`,
  alphaWithInterval: (alpha: string, interval: string) => `alpha ${alpha} ${interval}`,
  mark: (band: string, alpha: string, n: number) => `${band} (${alpha}, n = ${number(n)} double-coded)`,
  staleNote: (n: number) =>
    `${counted(n, 'coding is', 'codings are')} left out: the definition has changed since ${n === 1 ? 'it was' : 'they were'} made.`,
  blindNote: 'You are coding: statements that you have not coded yourself are left out of every number here.',

  summary: {
    heading: 'Every variable',
    caption: "Krippendorff's alpha at each variable's level, with a 95% interval",
    variable: 'Variable',
    level: 'Level',
    alpha: 'Alpha',
    interval: '95% interval',
    units: 'Coded twice',
    coders: 'Coders',
    reading: 'Reading',
  },
  detail: {
    heading: (label: string) => `In detail: ${label}`,
    figureLabel: (phrase: string) => `${phrase}, on a scale on which 0 is chance and 1 is full agreement`,
    rests: (units: number, people: number, pairs: number) =>
      `Rests on ${statements(units)} coded by two or more, ${coders(people)} and ${counted(pairs, 'pair', 'pairs')} of codings.`,
    drawn: (rule: SharedUnitsRule) => `${drawn(rule).replace(/^./, (letter) => letter.toUpperCase())}.`,
    bootstrap: (draws: number, seed: number) =>
      `Interval: percentile bootstrap over statements, ${number(draws)} draws, seed ${formatPlainNumber('en', seed)}.`,
    noInterval: {
      not_computable: 'There is no interval without an alpha.',
      few_units: 'Fewer than five shared statements bear no interval.',
      no_disagreement:
        'All agree, so a bootstrap would give a width of 0, for three statements as for three thousand: no interval is given.',
      no_variation:
        'Every draw of the bootstrap gives the same alpha, so that nothing shows how much it could vary: no interval is given.',
      few_computable_draws: 'More than half of the bootstrap draws held one code only: no interval is given.',
    },
    resolved: (agreed: number, single: number, adjudicated: number, disputed: number) =>
      `Of the coded statements ${number(agreed)} are agreed, ${number(single)} coded by one person, ${number(adjudicated)} adjudicated, ${number(disputed)} disputed.`,
    scaleChance: 'chance',
    scaleLow: 'low',
    scaleTentative: 'tentative',
    scaleGood: 'good',
  },
  pairs: {
    heading: 'Coder by coder',
    caption: 'To find out who differs from whom; the reliability of the data is alpha above',
    pair: 'Coders',
    kappa: "Cohen's kappa",
    weighted: 'linear weights',
    agreement: 'Agree on',
    share: 'Share',
    shared: 'Shared statements',
    none: 'No two coders share a statement.',
    and: (first: string, second: string) => `${first} and ${second}`,
  },
  confusion: {
    heading: 'Which code met which',
    caption: 'All pairs of codings together; each cell off the diagonal opens its statements',
    row: 'One coder said',
    opens: (n: number, first: string, second: string) =>
      `${number(n)}: one said ${first}, another ${second}; open the statements`,
  },
  groups: {
    heading: 'By camp and language',
    caption: 'A low number in one group can hide behind a good one overall',
    group: 'Group',
    camp: 'Camp',
    language: 'Language',
    none: 'No group has statements coded by two people.',
  },
  machine: {
    heading: 'The machine against people',
    lead: 'The label of the score beside the tone that people coded, on the original texts. Stance plays no part in it.',
    caption: 'Each scorer in each language',
    scorer: 'Scorer',
    language: 'Language',
    n: 'Texts',
    unscored: 'Coded, but not scored',
    disputed: 'Left out: coders differ',
    notChecked: 'not yet checked against coders',
    agrees: (kappa: string, n: number) => `agrees with this project's coders: kappa ${kappa}, n = ${number(n)}`,
    largest: 'Where they are furthest apart',
    person: 'People',
    machine: 'Machine',
    statement: 'Statement',
    confusion: (scorer: string, language: string) => `People in rows, the machine in columns: ${isolate(scorer)}, ${language}`,
  },
  methods: {
    heading: 'For the methods section',
    hint: 'Written from the numbers above; change what you must, and say that you did.',
    paragraph: methodsParagraph,
  },
  files: {
    heading: 'Check it elsewhere',
    lead: 'The diagnosis file holds the codings that entered each coefficient: R’s irr and krippendorffsalpha get the same number from it, by the lines in docs/methods.md.',
    diagnosis: (label: string) => `Diagnosis of ${label} (CSV)`,
    codings: 'All codings (CSV)',
    pseudonyms: 'All codings, coders by pseudonym (CSV)',
    command: 'The same in a terminal',
  },
  coders: {
    heading: 'Coders',
    caption: 'Whoever is deactivated can code no more; the codings stay and count as before',
    name: 'Name',
    pseudonym: 'Pseudonym',
    codings: 'Codings',
    state: 'State',
    active: 'active',
    inactive: 'deactivated',
    change: 'Change',
    deactivate: 'Deactivate',
    activate: 'Reactivate',
    deactivated: (name: string, n: number) =>
      `${isolate(name)} is deactivated: ${counted(n, 'coding stays and counts', 'codings stay and count')} as before, and no new one is taken.`,
    activated: (name: string) => `${isolate(name)} is active and can code again.`,
  },
  codeToo: 'Code statements, so that agreement can be told',
  robustness: {
    heading: 'Would the headline survive?',
    lead: 'The same comparison, recomputed for each coder alone, for agreed codes only, by speaker and by source, with and without copies and with and without uncertain codings.',
    difference: (code: string, first: string, second: string) => `“${code}” is more frequent in ${first} than in ${second}`,
    direction: (camp: string, first: string, second: string) => `In ${camp}, “${first}” is more frequent than “${second}”`,
    bar: 'Ways of counting in which it keeps its direction',
    kept: (kept: number, comparable: number) =>
      `It keeps its direction in ${number(kept)} of ${number(comparable)} ways of counting.`,
    empty: (n: number) => `In ${counted(n, 'further way', 'further ways')} nothing is left to compare.`,
    survives: 'No single choice turns it.',
    turnedBy: (choice: string, lost: number, pairs: number) =>
      `What turns it most: ${choice} (it loses its direction in ${number(lost)} of ${number(pairs)} otherwise equal comparisons).`,
    none: 'There is no headline to test yet: no camp has enough coded statements, or they are level.',
    table: 'What each choice does',
    choice: 'Instead of the headline’s own choice',
    alone: 'On its own',
    lost: 'Direction lost',
    regained: 'Brought back',
    outcomes: { kept: 'kept', turned: 'turned round', tied: 'a tie', empty: 'nothing to compare' },
    levels: {
      judgement: (level: string) => (level === 'agreed' ? 'agreed codes only' : `the codes of ${level} alone`),
      unit: { statement: 'statements counted', speaker: 'each speaker counted once', source: 'each source counted once' },
      duplicates: { in: 'copies counted', out: 'copies left out' },
      low_confidence: { in: 'uncertain codings counted', out: 'uncertain codings left out' },
    },
  },
};
