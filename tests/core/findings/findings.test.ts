import { describe, expect, test } from 'vitest';
import { findCampDifference } from '#lib/core/findings/find-camp-difference';
import { findPartedWays } from '#lib/core/findings/find-parted-ways';
import { findShareRange } from '#lib/core/findings/find-share-range';
import { findStanceShares } from '#lib/core/findings/find-stance-shares';
import { findTimeSpan } from '#lib/core/findings/find-time-span';
import { findWordingMeans } from '#lib/core/findings/find-wording-means';
import type { Finding } from '#lib/core/findings/finding';
import { renderFinding } from '#lib/i18n/render-finding';
import { CAMPS, makeCamp, makeStatement, scored, THREE_SIZES } from '../charts/chart-fixtures';

const input = (statements: ReturnType<typeof makeCamp> | typeof THREE_SIZES) => ({
  statements,
  camps: CAMPS,
  includeContext: false,
});

/** As it is read: without the marks that keep names in their own direction. */
const read = (finding: Finding, locale: 'en' | 'ar' = 'en') =>
  renderFinding(locale, finding)
    .replaceAll(/[\u2066-\u2069\u061c]/gu, '')
    .replaceAll('\u00a0', ' ');

const stances = (statements: Parameters<typeof input>[0]) => findStanceShares(input(statements));

describe('the finding of the stance bars', () => {
  test('tells the stance on which the camps are furthest apart, and who is too small', () => {
    expect(read(stances(THREE_SIZES))).toBe(
      'Alpha: 9 of 12 statements (75%) are against; Beta: 2 of 9. Too few to summarise: Gamma (n = 3).',
    );
  });

  test('tells which way each camp leans where they lean apart', () => {
    const apart = [...makeCamp('alpha', { against: 3, cannot_code: 2 }), ...makeCamp('beta', { favor: 4, cannot_code: 1 })];
    expect(read(stances(apart))).toBe('Alpha: 3 of 5 statements are against; Beta: 4 of 5 are in favour.');
  });

  test('exactly half is no lean, and two camps that lean alike are compared by one stance', () => {
    const half = [...makeCamp('alpha', { against: 3, none: 3 }), ...makeCamp('beta', { favor: 5 })];
    expect(stances(half).kind).toBe('stance_shares');
    const alike = [...makeCamp('alpha', { against: 5, favor: 1 }), ...makeCamp('beta', { against: 4, favor: 3 })];
    // Both stances are .262 apart; nine statements are against, four in favour.
    expect(read(stances(alike))).toBe('Alpha: 5 of 6 statements are against; Beta: 4 of 7.');
  });

  test('takes the stance with more statements where two are equally far apart', () => {
    // Against 2/5 and 0/5, in favour 0/5 and 2/5: both .4 apart, 2 statements each; against comes first.
    const even = [...makeCamp('alpha', { against: 2, none: 3 }), ...makeCamp('beta', { favor: 2, none: 3 })];
    expect(stances(even)).toMatchObject({ kind: 'stance_shares', stance: 'against' });
    // Against 0 of 5 each, in favour 5/5 and 5/5: nothing is apart, in favour has more statements.
    const alike = [...makeCamp('alpha', { favor: 5 }), ...makeCamp('beta', { favor: 5 })];
    expect(stances(alike)).toMatchObject({ kind: 'stance_shares', stance: 'favor' });
  });

  test('one camp: its most frequent stance', () => {
    expect(read(stances(makeCamp('alpha', { against: 4, favor: 2 })))).toBe(
      'Alpha: 4 of 6 statements are against, the most frequent stance.',
    );
    expect(read(stances(makeCamp('alpha', { none: 4, favor: 1 })))).toBe(
      'Alpha: 4 of 5 statements take no side, the most frequent stance.',
    );
  });

  test('one camp with a tie names all that tie', () => {
    expect(read(stances(makeCamp('alpha', { against: 3, favor: 3, none: 1 })))).toBe(
      'Alpha: in favour and against are equally frequent, each in 3 of 7 statements.',
    );
  });

  test('a camp that is mostly disputed is said to be; exactly half is not most', () => {
    const most = [...makeCamp('alpha', { disputed: 4, against: 3 }), ...makeCamp('beta', { favor: 6 })];
    expect(read(stances(most))).toContain('Coders disagree on most statements here: Alpha: 4 of 7.');
    const half = [...makeCamp('alpha', { disputed: 4, against: 4 }), ...makeCamp('beta', { favor: 6 })];
    expect(read(stances(half))).not.toContain('disagree');
  });

  test('a camp that is mostly not coded yet is said to be, by every finding about a stance', () => {
    const statements = [...makeCamp('alpha', { uncoded: 6 }), ...makeCamp('beta', { against: 4, favor: 2 })];
    const note = 'Most statements here are not coded yet: Alpha: 6 of 6.';
    expect(read(stances(statements))).toBe(`Alpha: 0 of 6 statements are against; Beta: 4 of 6. ${note}`);
    expect(read(findShareRange(input(statements), 'against'))).toContain(note);
    expect(read(findShareRange(input(statements), 'ambivalent'))).toContain(note);
    expect(read(findCampDifference(input(statements), 'against'))).toContain(note);
    expect(read(findCampDifference(input(statements), 'against'), 'ar')).toContain('لم تُرمَّز بعد');
    // Exactly half is not most.
    const half = [...makeCamp('alpha', { uncoded: 3, against: 3 }), ...makeCamp('beta', { favor: 6 })];
    expect(read(stances(half))).not.toContain('not coded yet');
  });

  test('nothing but dispute', () => {
    expect(read(stances(makeCamp('alpha', { disputed: 4, against: 1 })))).toBe(
      'Coders disagree on the stance of most statements: Alpha: 4 of 5.',
    );
  });

  test.each([
    ['no statement', [], 'No statement is counted here.'],
    ['nobody coded', makeCamp('alpha', { uncoded: 1 }), 'Nobody has coded a stance yet (1 statement).'],
    ['all too small', makeCamp('alpha', { against: 4 }), 'Too few to summarise: Alpha (n = 4).'],
  ])('%s', (_case, statements, sentence) => {
    expect(read(stances(statements))).toBe(sentence);
  });

  test('speaks of one statement in the singular', () => {
    const one = [...makeCamp('alpha', { against: 1, none: 4 }), ...makeCamp('beta', { none: 5 })];
    expect(read(stances(one))).toBe('Alpha: 1 of 5 statements is against; Beta: 0 of 5.');
  });
});

describe('the finding of the score strip', () => {
  const wording = (statements: Parameters<typeof input>[0]) => findWordingMeans(input(statements));

  test('tells mean, interval and how much is scored', () => {
    const scores = [-0.5, -0.4, -0.3, -0.2, -0.1];
    const statements = [
      ...makeCamp('alpha', { against: 6 }, (index) => (index === 5 ? {} : scored(scores[index] ?? 0))),
      ...makeCamp('beta', { favor: 7 }, (index) => (index < 2 ? scored(0.1) : {})),
    ];
    expect(read(wording(statements))).toBe(
      'Mean score of the wording: Alpha −0.30 (5 of 6 scored, 95% interval −0.50 to −0.10). Too few scored to summarise: Beta (2 of 7).',
    );
  });

  test('scores that are all alike have no interval to tell', () => {
    expect(read(wording(makeCamp('alpha', { against: 5 }, () => scored(0.2))))).toBe(
      'Mean score of the wording: Alpha +0.20 (5 of 5 scored).',
    );
  });

  test.each([
    ['nobody scored', makeCamp('alpha', { against: 9 }), 'No text has a score (9 statements).'],
    [
      'too few scored',
      makeCamp('alpha', { against: 9 }, (index) => (index < 4 ? scored(0.1) : {})),
      '4 of 9 statements have a score: no camp has enough for a mean.',
    ],
    ['no statement', [], 'No statement is counted here.'],
  ])('%s', (_case, statements, sentence) => {
    expect(read(wording(statements))).toBe(sentence);
  });
});

describe('the finding of the heat table', () => {
  const parted = (statements: Parameters<typeof input>[0]) => findPartedWays(input(statements));

  test('tells where stance and wording part', () => {
    const statements = [
      ...makeCamp('alpha', { against: 3 }, (index) => scored([0.5, -0.5, -0.5][index] ?? 0)),
      ...makeCamp('beta', { favor: 2 }, () => scored(-0.5)),
    ];
    expect(read(parted(statements))).toBe(
      '3 of 5 scored statements for or against are worded the other way: 1 against in positive words, 2 in favour in negative words.',
    );
  });

  test.each([
    [
      'none',
      makeCamp('alpha', { against: 2 }, () => scored(-0.5)),
      'Of 2 scored statements for or against, none is worded the other way.',
    ],
    [
      'no side',
      makeCamp('alpha', { none: 2 }, () => scored(-0.5)),
      'No statement that is for or against has a score (2 statements).',
    ],
    ['no score', makeCamp('alpha', { against: 2 }), 'No text has a score (2 statements).'],
    ['no statement', [], 'No statement is counted here.'],
  ])('%s', (_case, statements, sentence) => {
    expect(read(parted(statements))).toBe(sentence);
  });
});

describe('the finding of the interval plot', () => {
  const range = (statements: Parameters<typeof input>[0]) => findShareRange(input(statements), 'against');

  test('tells lowest and highest, and whether their intervals overlap', () => {
    expect(read(range(THREE_SIZES))).toBe(
      'Share of statements that are against: lowest Beta (2 of 9), highest Alpha (9 of 12, 75%). The two 95% intervals overlap; how sure the difference is, its own interval tells. Too few to summarise: Gamma (n = 3).',
    );
    const apart = [...makeCamp('alpha', { against: 20 }), ...makeCamp('beta', { favor: 20 })];
    expect(read(range(apart))).toContain('The two 95% intervals do not overlap.');
  });

  test('equal shares of unequal camps are alike', () => {
    const alike = [...makeCamp('alpha', { against: 2, favor: 4 }), ...makeCamp('beta', { against: 3, favor: 6 })];
    expect(read(range(alike))).toBe('Share of statements that are against: Alpha: 2 of 6; Beta: 3 of 9.');
  });

  test('one camp, all too small, no statement', () => {
    expect(range(makeCamp('alpha', { against: 6 })).kind).toBe('share_alike');
    expect(range(makeCamp('alpha', { against: 4 })).kind).toBe('all_too_few');
    expect(range([]).kind).toBe('no_statements');
  });
});

describe('the finding of the differences', () => {
  const difference = (statements: Parameters<typeof input>[0]) => findCampDifference(input(statements), 'against');

  test('tells the largest one with its interval (9/12 − 3/10 = .45: .036 to .701)', () => {
    const statements = [...makeCamp('alpha', { against: 3, favor: 7 }), ...makeCamp('beta', { against: 9, favor: 3 })];
    expect(read(difference(statements))).toBe(
      'Share of statements that are against: 45 percentage points apart, Beta (9 of 12, 75%) and Alpha (3 of 10, 30%). 95% interval of the difference: +4 to +70 points.',
    );
  });

  test('gives counts instead of points where a camp has under 10 statements', () => {
    const statements = [...makeCamp('alpha', { favor: 4, cannot_code: 1 }), ...makeCamp('beta', { against: 3, cannot_code: 2 })];
    expect(read(difference(statements))).toMatch(
      /^Share of statements that are against: Beta \(3 of 5\) and Alpha \(0 of 5\)\. 95%/,
    );
    expect(read(difference(statements), 'ar')).not.toContain('نقطة مئوية');
  });

  test('says what it leaves open where the interval holds 0', () => {
    const statements = [...makeCamp('alpha', { against: 3, favor: 3 }), ...makeCamp('beta', { against: 2, favor: 4 })];
    expect(read(difference(statements))).toContain('It includes 0, so the data leave open which of the two is higher.');
  });

  test('one camp only', () => {
    const small = makeCamp('beta', { against: 3 });
    expect(read(difference([...makeCamp('alpha', { against: 9 }), ...small]))).toBe(
      'A difference needs two camps of at least 5 statements each; there is only Alpha (n = 9).',
    );
    expect(read(difference(small))).toBe('A difference needs two camps of at least 5 statements each; there is none.');
  });
});

describe('the finding of the time line', () => {
  const span = (dates: readonly (string | null)[]) =>
    findTimeSpan(input(dates.map((saidOn, index) => makeStatement({ id: `s${index}`, saidOn }))));

  test.each([
    [['2025-08-02', '2025-07', null], '2 dated statements, from July 2025 to 2 August 2025. 1 more is undated.'],
    [['2025', '2025-08-02', '2025-06'], '3 dated statements, all within 2025.'],
    [['2025-08-02', '2025-08-02'], '2 dated statements, of one date: 2 August 2025.'],
    [[null, null], 'No statement is dated (2 statements).'],
    [[], 'No statement is counted here.'],
  ])('%j', (dates, sentence) => {
    expect(read(span(dates))).toBe(sentence);
  });
});

/** One finding of each kind that no function above returns here. */
const NAMED = { slug: 'a', label: 'Alpha', labelLanguage: 'en', n: 12 } as const;
const OTHER = { slug: 'b', label: 'Beta', labelLanguage: 'en', n: 9 } as const;
const MORE: readonly Finding[] = [
  { kind: 'telling_terms', first: NAMED, second: OTHER, firstTerms: ['blood', 'veto'], secondTerms: [] },
  { kind: 'telling_terms', first: NAMED, second: OTHER, firstTerms: ['blood'], secondTerms: ['trade', 'sanctions'] },
  { kind: 'not_enough_text', first: NAMED, second: OTHER },
  {
    kind: 'slogan_uses',
    slogan: 'Let it fall',
    sloganLanguage: 'en',
    n: 4,
    uses: [
      { use: 'endorse', count: 3 },
      { use: 'mock', count: 1 },
    ],
  },
  { kind: 'slogans_tied', slogans: ['blood', 'veto'], tied: 2, n: 1 },
  { kind: 'slogans_tied', slogans: ['blood', 'veto', 'trade'], tied: 5, n: 2 },
  { kind: 'no_slogans' },
];

test('the findings of words and slogans', () => {
  expect(MORE.map((finding) => read(finding))).toEqual([
    'More typical of Alpha (n = 12) than of Beta (n = 9): blood and veto.',
    'More typical of Alpha (n = 12) than of Beta (n = 9): blood. More typical of Beta than of Alpha: trade and sanctions.',
    'Not enough text: no word sets Alpha (n = 12) and Beta (n = 9) clearly apart (none reaches z = 1.96).',
    'The slogan used most is “Let it fall”, in 4 statements: 3 endorse it, 1 mocks it.',
    '2 slogans are used most, each in 1 statement: “blood”, “veto”.',
    '5 slogans are used most, each in 2 statements: “blood”, “veto”, “trade” and 2 more.',
    'No slogan is marked in these statements.',
  ]);
});

describe('every finding', () => {
  const all: readonly Finding[] = [
    ...[
      THREE_SIZES,
      makeCamp('alpha', { against: 6 }),
      makeCamp('alpha', { against: 3, favor: 3 }),
      makeCamp('alpha', { disputed: 6 }),
      makeCamp('alpha', { uncoded: 2 }),
      [],
    ].flatMap((statements) => [
      findStanceShares(input(statements)),
      findWordingMeans(input(statements)),
      findWordingMeans(input(statements.map((each) => ({ ...each, ...scored(-0.2) })))),
      findPartedWays(input(statements.map((each) => ({ ...each, ...scored(0.2) })))),
      findPartedWays(input(statements.map((each) => ({ ...each, ...scored(-0.2) })))),
      findShareRange(input(statements), 'against'),
      findCampDifference(input(statements), 'none'),
      findTimeSpan(input(statements)),
      findTimeSpan(input(statements.map((each, index) => ({ ...each, saidOn: `2025-08-0${(index % 9) + 1}` })))),
    ]),
    ...MORE,
  ];

  test('never speaks of significance or of causes', () => {
    const forbidden =
      /significan|because|caus|due to|leads? to|led to|effect|therefore|thus|prove|دالّ? إحصائي|ذو دلالة|بسبب|لأن|أدّ?ى إلى|نتيجة/iu;
    for (const finding of all) {
      expect(read(finding)).not.toMatch(forbidden);
      expect(read(finding, 'ar')).not.toMatch(forbidden);
    }
  });

  test('Arabic writes its own digits and letters, and ends its sentence', () => {
    for (const finding of all) {
      const words = read(finding, 'ar').replaceAll(/Alpha|Beta|Gamma|blood|veto|trade|sanctions|Let it fall|\bz\b/gu, '');
      expect(words).not.toMatch(/[a-z0-9]/iu);
      expect(words).toMatch(/\.$/u);
    }
  });

  test('speaks of no share of a camp under 5', () => {
    for (const finding of all) {
      const text = JSON.stringify(finding);
      for (const [, n] of text.matchAll(/"n":(\d+),"count"/gu)) expect(Number(n)).toBeGreaterThanOrEqual(5);
    }
  });
});
