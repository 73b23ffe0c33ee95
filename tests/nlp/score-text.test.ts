import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextScore } from '#lib/core/score';
import { LONGEST_SCORED_TEXT, scoreText } from '#lib/nlp/score-text';

/** What holds for every answer, whatever the text. */
function expectSound(text: string, score: TextScore): void {
  const { evidence } = score;
  expect(score.score === null).toBe(score.reason !== null);
  expect(score.label === null).toBe(score.score === null);
  expect(score.probabilities === null).toBe(score.score === null);
  if (score.score !== null && score.probabilities && evidence.raw !== null) {
    expect(Math.abs(score.score)).toBeLessThanOrEqual(1);
    expect(Object.is(score.score, -0)).toBe(false);
    const { negative, neutral, positive } = score.probabilities;
    expect(negative + neutral + positive).toBeCloseTo(1, 9);
    expect(positive - negative).toBeCloseTo(score.score, 3);
    const sum = evidence.tokens.reduce((total, token) => total + token.contribution, evidence.bias);
    expect(Math.abs(sum - evidence.raw)).toBeLessThan(1e-6);
    const bySentence = evidence.sentences.reduce((total, sentence) => total + sentence.contribution, evidence.bias);
    expect(Math.abs(bySentence - evidence.raw)).toBeLessThan(1e-6);
  }
  if (evidence.knownShare !== null) {
    expect(evidence.knownShare).toBeGreaterThanOrEqual(0);
    expect(evidence.knownShare).toBeLessThanOrEqual(1);
  }
  let before = 0;
  for (const token of evidence.tokens) {
    expect(token.start).toBeGreaterThanOrEqual(before);
    expect(token.end).toBeGreaterThanOrEqual(token.start);
    expect(token.end).toBeLessThanOrEqual(text.length);
    expect(Number.isFinite(token.contribution)).toBe(true);
    before = token.start;
  }
}

const FRAGMENTS = [
  'good',
  'terrible',
  'not',
  'nobody',
  'never',
  'without',
  'if',
  'but',
  'so',
  'very',
  'end',
  'the',
  'bloodshed',
  'Minister',
  'of',
  'Justice',
  'peace',
  '#ShameOnYou',
  '"',
  '“',
  '”',
  '😀',
  '😡',
  '❤️',
  ':)',
  '!!!',
  '?',
  '...',
  '://',
  'http://a.b',
  '@user',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u0301',
  'عدالة',
  'سلام',
  'não',
  '١٢',
  '1,000',
  "don't",
  "'",
  '-',
  '\n',
  '\t',
  '中文',
] as const;

describe('scoreText', () => {
  it('answers any string soundly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('auto', 'en', 'ar', 'de', 'x'),
        (text, language) => {
          expectSound(text, scoreText(text, language));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers any mixture of telling fragments soundly', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }), fc.constantFrom(' ', ''), (parts, glue) => {
        const text = parts.join(glue);
        expectSound(text, scoreText(text, 'en'));
        expectSound(text, scoreText(text));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer whatever was read before', () => {
    const text = 'Nobody here is happy with the "peace" that they brought to U.S. soil.';
    const first = scoreText(text, 'en');
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (other) => {
        scoreText(other, 'en');
        expect(scoreText(text, 'en')).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same score with and without explanation', () => {
    const text = 'The two sides agreed to end the bloodshed. We are glad!';
    const plain = scoreText(text, 'en', { explain: false });
    expect(plain.evidence.tokens).toEqual([]);
    expect({ ...plain, evidence: null }).toEqual({ ...scoreText(text, 'en'), evidence: null });
  });

  it.each([
    ['a run of marks', '!'.repeat(90_000)],
    ['slashes that look like links', '://'.repeat(30_000)],
    ['mixed marks', '?!'.repeat(45_000)],
    ['links end to end', 'http://'.repeat(13_000)],
    ['a word of 100,000 letters', 'a'.repeat(100_000)],
    ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['only emoji', '😀'.repeat(40_000)],
    ['lone surrogates', '\ud800'.repeat(50_000)],
    ['NUL', '\u0000'.repeat(50_000)],
    ['bidirectional controls', '\u202e\u2066\u2069'.repeat(30_000)],
    ['hyphens', 'a-'.repeat(45_000)],
    ['dots', 'a.'.repeat(45_000)],
    ['accounts', '@a'.repeat(45_000)],
    ['hashtags', '#a'.repeat(45_000)],
    ['quotation marks', '"“'.repeat(40_000)],
    ['brackets and colons', '(:'.repeat(40_000)],
    ['negations without end', 'nobody never nothing not '.repeat(3_900)],
    ['prose', 'We are good and they are bad, they said. '.repeat(2_400)],
  ])('stands %s', (_name, text) => {
    expectSound(text, scoreText(text, 'en'));
    expectSound(text, scoreText(text));
  });

  it('says why there is no score', () => {
    expect(scoreText('').reason).toBe('empty');
    expect(scoreText(' \n\t ').reason).toBe('empty');
    expect(scoreText('x'.repeat(LONGEST_SCORED_TEXT + 1)).reason).toBe('too_long');
    expect(scoreText('x '.repeat(500_000)).reason).toBe('too_long');
    expect(scoreText('1234 !!! ...', 'en').reason).toBe('no_evidence');
    expect(scoreText('Guten Morgen', 'de').reason).toBe('language_not_read');
    expect(scoreText('Guten Morgen', 'de').score).toBeNull();
    expect(scoreText('1234', 'en').score).toBeNull();
  });

  it('points into the text as it was given', () => {
    const text = '  Wow!!!!! 😀 https://example.org/a?b=c  this is GREAT';
    const { tokens } = scoreText(text, 'en').evidence;
    expect(tokens.map((token) => token.text)).toEqual(['Wow', '!!!!!', '😀', 'https://example.org/a?b=c', 'this', 'is', 'GREAT']);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('leaves quoted speech out on request', () => {
    const text = 'The minister said: "This is a wonderful, brilliant and happy day." The families left in anger.';
    const whole = scoreText(text, 'en');
    const own = scoreText(text, 'en', { quoted: 'exclude' });
    expect(whole.evidence.flags).toContain('quote');
    expect(whole.evidence.tokens.some((token) => token.text === 'wonderful' && token.marks.includes('quoted'))).toBe(true);
    expect(own.evidence.tokens.some((token) => token.text === 'wonderful')).toBe(false);
    expect(own.score).toBeLessThan(whole.score ?? -1);
  });

  it('marks what the rules saw', () => {
    const marks = (text: string): Record<string, readonly string[]> =>
      Object.fromEntries(scoreText(text, 'en').evidence.tokens.map((token) => [token.text, token.marks]));
    const negated = marks('Nobody here is really happy 😀 #blessed');
    expect(negated['Nobody']).toContain('negator');
    expect(negated['happy']).toEqual(expect.arrayContaining(['negated', 'intensified']));
    expect(negated['really']).toContain('intensifier');
    expect(negated['😀']).toContain('emoji');
    expect(negated['#blessed']).toContain('hashtag');
    expect(marks('They agreed to end the bloodshed.')['end']).toContain('shifter');
    expect(marks('The Minister of Justice met them.')['Justice']).toContain('name');
  });

  it('flags what makes a score doubtful', () => {
    const flags = (text: string): readonly string[] => scoreText(text, 'en').evidence.flags;
    expect(flags('Is this good?')).toContain('question');
    expect(flags('If the talks succeed, the border will open.')).toContain('conditional');
    expect(flags('Oh great, another speech.')).toContain('possible_sarcasm');
    expect(flags('The "free" press printed what it was told.')).toEqual(expect.arrayContaining(['quote', 'possible_sarcasm']));
    expect(flags('We met on Monday.')).toEqual([]);
  });

  it('names sentences instead of words in very long evidence', () => {
    const score = scoreText('We are glad that you came to us today. '.repeat(500), 'en');
    expect(score.evidence.flags).toContain('truncated_evidence');
    expect(score.evidence.tokens).toHaveLength(score.evidence.sentences.length);
  });
});
