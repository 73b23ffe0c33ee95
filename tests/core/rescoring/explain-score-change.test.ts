import { describe, expect, test } from 'vitest';
import { explainScoreChange, sumWordShifts, type VersionedScore } from '#lib/core/rescoring/explain-score-change';
import { summariseMoves } from '#lib/core/rescoring/summarise-moves';
import type { SentimentLabel } from '#lib/core/score';

/** A score whose probabilities follow from its words: ln(P(positive) / P(negative)) = raw / temperature, and half of all is neutral. */
function scored(words: Readonly<Record<string, number>>, options: { bias?: number; temperature?: number } = {}): VersionedScore {
  const { bias = 0, temperature = 1 } = options;
  const raw = Object.values(words).reduce((sum, value) => sum + value, bias);
  const odds = Math.exp(raw / temperature);
  const positive = (0.5 * odds) / (1 + odds);
  return {
    scorer: 'stanceboard-ar',
    version: '1.0.0',
    score: positive - (0.5 - positive),
    label: raw < 0 ? 'negative' : 'positive',
    unsure: false,
    reason: null,
    probabilities: { negative: 0.5 - positive, neutral: 0.5, positive },
    evidence: {
      tokens: Object.entries(words).map(([text, contribution], start) => ({
        start,
        end: start + 1,
        text,
        contribution,
        known: true,
        marks: [],
      })),
      sentences: [],
      bias,
      raw,
      knownShare: 1,
      flags: [],
    },
  };
}

const UNREAD: VersionedScore = {
  scorer: 'none',
  version: '0',
  score: null,
  label: null,
  unsure: false,
  reason: 'language_not_read',
  probabilities: null,
  evidence: { tokens: [], sentences: [], bias: 0, raw: null, knownShare: null, flags: [] },
};

describe('explainScoreChange', () => {
  test('names the words whose shares changed, the most changed first', () => {
    const change = explainScoreChange(scored({ fall: -1, not: -0.2, Daraa: 0.1 }), scored({ fall: -0.25, not: 0.3, Daraa: 0.1 }));
    expect(change.words.map(({ text }) => text)).toEqual(['fall', 'not']);
    expect(change.words[0]?.before).toBeCloseTo(-1, 12);
    expect(change.words[0]?.after).toBeCloseTo(-0.25, 12);
    expect(change.words[0]?.change).toBeCloseTo(0.75, 12);
    expect(change.words[1]?.change).toBeCloseTo(0.5, 12);
    expect(change.isFlipped).toBe(true);
  });

  test('sets versions with temperatures of their own on one scale', () => {
    // Twice the values under twice the temperature say the same.
    const change = explainScoreChange(scored({ fall: -1, hope: 0.4 }), scored({ fall: -2, hope: 0.8 }, { temperature: 2 }));
    expect(change.change).toBeCloseTo(0, 12);
    expect(change.words).toEqual([]);
  });

  test('the changes of words and of what every text gets add up to the change of the log-odds', () => {
    const [before, after] = [scored({ a: 1, b: -2 }, { bias: 0.3, temperature: 1.5 }), scored({ a: 0.5, c: 1 }, { bias: -0.1 })];
    const change = explainScoreChange(before, after);
    const sum = change.words.reduce((total, word) => total + word.change, change.base);
    // Before: (1 - 2 + 0.3) / 1.5; after: 0.5 + 1 - 0.1.
    expect(sum).toBeCloseTo(1.4 - -0.7 / 1.5, 9);
  });

  test('a word that stands twice, in whatever case, counts once with both shares', () => {
    const twice = scored({ Lies: -0.5, lies: -0.25 });
    const { words } = explainScoreChange(UNREAD, twice);
    expect(words).toMatchObject([{ text: 'lies', before: null }]);
    expect(words[0]?.after).toBeCloseTo(-0.75, 12);
  });

  test('a text that won its score has no change in numbers, but all of its words', () => {
    const change = explainScoreChange(UNREAD, scored({ عار: -1 }));
    expect(change).toMatchObject({ change: null, isFlipped: true, neutral: null });
    expect(change.words.map(({ text, before }) => [text, before])).toEqual([['عار', null]]);
  });
});

test('sumWordShifts adds a word up over the texts that it stands in', () => {
  const first = explainScoreChange(scored({ peace: 0.2, war: -1 }), scored({ peace: 0.5, war: -1 }));
  const second = explainScoreChange(scored({ peace: 0.2 }), scored({ peace: 0.1, war: -0.3 }));
  const [war, peace] = sumWordShifts([first, second], 10);
  expect(war).toMatchObject({ text: 'war', texts: 1 });
  expect(war?.change).toBeCloseTo(-0.3, 12);
  expect(peace).toMatchObject({ text: 'peace', texts: 2 });
  expect(peace?.change).toBeCloseTo(0.2, 12);
  expect(sumWordShifts([first, second], 1)).toHaveLength(1);
});

describe('summariseMoves', () => {
  const pair = (camp: string | null, before: number | null, after: number | null) => {
    const side = (score: number | null): { score: number | null; label: SentimentLabel | null } => ({
      score,
      label: score === null ? null : score < 0 ? 'negative' : 'positive',
    });
    return { statementId: `${camp} ${before} ${after}`, camp, before: side(before), after: side(after) };
  };

  test('gives means by camp where five texts have both scores, and counts everywhere', () => {
    const pairs = [
      ...[-0.5, -0.4, -0.3, -0.2, -0.1].map((score) => pair('families', score, score + 0.2)),
      pair('families', null, 0.5),
      pair('pragmatic', 0.5, -0.5),
      pair(null, 0.1, 0.1),
    ];
    const { all, camps, labels } = summariseMoves(pairs, ['pragmatic', 'families', 'unused']);
    expect(camps.map(({ camp, n, scored: both, flipped }) => [camp, n, both, flipped])).toEqual([
      ['pragmatic', 1, 1, 1],
      // -0.2 becomes 0 and -0.1 becomes 0.1, and one text won a score.
      ['families', 6, 5, 3],
      [null, 1, 1, 0],
    ]);
    expect(camps[0]).toMatchObject({ meanBefore: null, meanAfter: null, meanChange: null });
    expect(camps[1]?.meanBefore).toBeCloseTo(-0.3, 12);
    expect(camps[1]?.meanChange).toBeCloseTo(0.2, 12);
    expect(all.n).toBe(8);
    expect(labels.codes).toEqual(['negative', 'neutral', 'positive', 'none']);
    expect(labels.rows[3]?.map(({ count }) => count)).toEqual([0, 0, 1, 0]);
  });

  test('of nothing there is nothing to say', () => {
    expect(summariseMoves([], ['families'])).toMatchObject({ all: { n: 0, meanChange: null }, camps: [] });
  });
});
