import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextScore } from '#lib/core/score';
import { ARABIC_MODEL_FILE } from '#lib/nlp/arabic/arabic-model';
import { scoreArabic } from '#lib/nlp/arabic/score-arabic';
import { FAILURE_CASES } from './failure-cases';

/** What must hold of an answer to any text. */
function expectSound(text: string, answer: TextScore): void {
  const { evidence, score, probabilities, label, reason } = answer;
  expect(score === null).toBe(reason !== null);
  expect(score === null).toBe(label === null);
  expect(score === null).toBe(probabilities === null);
  expect(score === null).toBe(evidence.raw === null);
  if (score === null || !probabilities || evidence.raw === null) return;
  expect(score).toBeGreaterThanOrEqual(-1);
  expect(score).toBeLessThanOrEqual(1);
  expect(probabilities.negative + probabilities.neutral + probabilities.positive).toBeCloseTo(1, 9);
  expect(Math.abs(score - (probabilities.positive - probabilities.negative))).toBeLessThanOrEqual(0.0005 + 1e-9);
  const sum = evidence.tokens.reduce((total, token) => total + token.contribution, evidence.bias);
  expect(Math.abs(sum - evidence.raw)).toBeLessThan(1e-6);
  const bySentence = evidence.sentences.reduce((total, sentence) => total + sentence.contribution, evidence.bias);
  expect(Math.abs(bySentence - evidence.raw)).toBeLessThan(1e-6);
  for (const token of evidence.tokens) expect(token.text).toBe(text.slice(token.start, token.end));
}

describe('scoreArabic', () => {
  it('tells praise from blame, in the written language and in the spoken one', () => {
    expect(scoreArabic('خبر رائع ومفرح، شكرا لكم').label).toBe('positive');
    expect(scoreArabic('هذا عار وخيانة لدماء الشهداء').label).toBe('negative');
    expect(scoreArabic('كتير حلو هالخبر، يسلمو').label).toBe('positive');
    expect(scoreArabic('قرفنا من هالكذابين').label).toBe('negative');
  });

  it('names itself, its version and the language', () => {
    const answer = scoreArabic('خبر رائع');
    expect(answer.scorer).toBe('stanceboard-ar');
    expect(answer.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(answer.language).toBe('ar');
    expect(scoreArabic('خبر رائع', { language: 'ar-SY' }).language).toBe('ar-SY');
  });

  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['\u200f\u202b', 'empty'],
    ['...', 'no_evidence'],
    ['1234', 'no_evidence'],
    ['http://t.co/x @user', 'no_evidence'],
    ['ذذذذثثثظظظ', 'no_evidence'],
    ['\0', 'no_evidence'],
    ['\ud800', 'no_evidence'],
  ])('gives no score to %j: %s', (text, reason) => {
    const answer = scoreArabic(text);
    expect(answer.reason).toBe(reason);
    expectSound(text, answer);
  });

  it('gives no score to Arabic in Latin letters', () => {
    expect(scoreArabic('shu hal 7aki 😡', { language: 'ar-Latn' }).reason).toBe('language_not_read');
  });

  it('reads a text of emoji alone', () => {
    expect(scoreArabic('😍😍').label).toBe('positive');
    expect(scoreArabic('😡😡').label).toBe('negative');
    expect(scoreArabic('😍😍').evidence.knownShare).toBeNull();
  });

  it('scores a word alike however it was typed', () => {
    const plain = scoreArabic('العدالة جميلة').evidence.raw;
    expect(scoreArabic('العَدالةُ جَميلةٌ').evidence.raw).toBe(plain);
    expect(scoreArabic('العـــدالة جميلة').evidence.raw).toBe(plain);
    expect(scoreArabic('ﺍﻟﻌﺪﺍﻟﺔ ﺟﻤﻴﻠﺔ').evidence.raw).toBe(plain);
  });

  it('marks what it saw, at its place in the text as written', () => {
    const text = 'قال: "لَن ننسى" جميييل جدا 😡 #لا_تصالح وقف القصف';
    const { evidence } = scoreArabic(text);
    const marks = Object.fromEntries(evidence.tokens.map((token) => [token.text, token.marks]));
    expect(marks['لَن']).toEqual(['negator', 'quoted']);
    expect(marks['ننسى']).toEqual(['negated', 'quoted']);
    expect(marks['جميييل']).toEqual(['intensified']);
    expect(marks['جدا']).toEqual(['intensifier']);
    expect(marks['😡']).toEqual(['emoji']);
    expect(marks['تصالح']).toEqual(['negated', 'hashtag']);
    expect(marks['وقف']).toContain('shifter');
    expect(evidence.flags).toEqual(['quote']);
  });

  it.each([
    ['هل هذا عدل؟', 'question'],
    ['لو كان عادلا لفرحنا', 'conditional'],
    ['قال «عدل» ومشى', 'quote'],
    ['عدل كبير ههههههه', 'possible_sarcasm'],
  ] as const)('%s is flagged %s', (text, flag) => {
    expect(scoreArabic(text).evidence.flags).toContain(flag);
  });

  it('leaves quoted words out when asked', () => {
    const text = 'خبر جميل ورائع "مجرمون قتلة خونة"';
    const without = scoreArabic(text, { quoted: 'exclude' });
    expect(without.evidence.tokens.some((token) => token.marks.includes('quoted'))).toBe(false);
    expect(without.score ?? 0).toBeGreaterThan(scoreArabic(text).score ?? 0);
    expectSound(text, without);
    expect(scoreArabic('"مجرمون قتلة"', { quoted: 'exclude' }).reason).toBe('empty');
  });

  it('says how much of the text it knew', () => {
    expect(scoreArabic('خبر جميل').evidence.knownShare).toBe(1);
    expect(scoreArabic('جميل ذذذذثثث').evidence.knownShare).toBe(0.5);
  });

  it('gives the same answer the second time', () => {
    expect(scoreArabic('لا للحرب 😡')).toEqual(scoreArabic('لا للحرب 😡'));
  });

  it('adds up for any string', () => {
    const arabic = fc
      .array(
        fc.constantFrom(
          ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءؤئ ',
          'لا ',
          'ما ',
          'غير ',
          '😡',
          '#',
          '"',
          '.',
          '\u064e',
          'ـ',
          '\n',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(arabic, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        expectSound(text, scoreArabic(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['1 MB of words', 'جميل '.repeat(200_000)],
    ['1 MB without a space', 'جميل'.repeat(250_000)],
    ['only emoji', '😡'.repeat(100_000)],
    ['lone surrogates', 'جميل \ud800'.repeat(20_000)],
    ['NUL', 'جميل\0'.repeat(20_000)],
    ['bidirectional controls', '\u202eجميل\u202c'.repeat(20_000)],
    ['10,000 combining marks', `جميل${'\u064e'.repeat(10_000)} q${'\u0301\u0323'.repeat(5000)}`],
    ['a word of 100,000 letters', 'ب'.repeat(100_000)],
    ['quotation marks', '"'.repeat(100_000)],
    ['negators', 'لا '.repeat(100_000)],
    ['hashes', '#'.repeat(100_000)],
    ['http', 'http'.repeat(100_000)],
    ['eyes of emoticons', ':-'.repeat(100_000)],
  ])('answers %s', (_name, text) => {
    const answer = scoreArabic(text);
    expect(answer.score === null || Number.isFinite(answer.score)).toBe(true);
    expect(answer.evidence.tokens.every(({ contribution }) => Number.isFinite(contribution))).toBe(true);
  });

  it('keeps its weights within 500 kB', () => {
    expect(statSync(join(process.cwd(), 'lib/nlp/models', ARABIC_MODEL_FILE)).size).toBeLessThanOrEqual(500_000);
  });

  it('says which file is missing', () => {
    expect(() => scoreArabic('جميل', { modelsFolder: '/nowhere' })).toThrow('stanceboard-ar.bin');
  });
});

describe('kinds of failure', () => {
  /** As measured; what is written here may only rise. */
  const FLOORS: Readonly<Record<string, number>> = {
    negation: 18,
    shifters: 20,
    reporting: 18,
    hashtags: 21,
    emoji: 21,
    dialect: 21,
  };

  it.each(Object.entries(FAILURE_CASES))('%s', (kind, cases) => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
    const right = cases.filter(({ text, label }) => scoreArabic(text).label === label).length;
    expect(right).toBeGreaterThanOrEqual(FLOORS[kind] ?? 0);
  });
});
