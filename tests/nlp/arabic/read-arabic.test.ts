import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArabicToken, readArabic } from '#lib/nlp/arabic/read-arabic';

const texts = (text: string, keep: (token: ArabicToken) => boolean) =>
  readArabic(text)
    .tokens.filter(keep)
    .map(({ start, end }) => text.slice(start, end));

describe('readArabic', () => {
  it('cuts a tweet into its kinds, with offsets into the text as written', () => {
    const text = 'RT @user: رااائِع 😍👏🏽 #لا_للحرب http://t.co/x1 ٣٠ %';
    const { tokens } = readArabic(text);
    expect(tokens.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['word', 'RT'],
      ['account', '@user'],
      ['punctuation', ':'],
      ['word', 'رااائِع'],
      ['emoji', '😍'],
      ['emoji', '👏🏽'],
      ['punctuation', '#'],
      ['word', 'لا'],
      ['punctuation', '_'],
      ['word', 'للحرب'],
      ['link', 'http://t.co/x1'],
      ['number', '٣٠'],
      ['punctuation', '%'],
    ]);
    expect(tokens[3]).toMatchObject({ form: 'رايع', elongated: true });
    expect(tokens[5]?.form).toBe('👏');
    expect(tokens.filter(({ hashtag }) => hashtag).map(({ form }) => form)).toEqual(['لا', 'للحرب']);
  });

  it.each([
    ['لا أحب هذه السياسة', ['أحب', 'هذه', 'السياسة']],
    ['هذا ليس عدلا بل ظلم', ['عدلا']],
    ['لن ننسى، وسنحاسب', ['ننسى']],
    ['غير مقبول', ['مقبول']],
    ['مو حلو هالحكي', ['حلو', 'هالحكي']],
    ['مش مبسوط', ['مبسوط']],
    ['مابحبش الكلام ده', ['مابحبش', 'الكلام', 'ده']],
    ['مافيش أمل', ['أمل']],
    ['#لا_تصالح', ['تصالح']],
    ['لا للحرب', []],
    ['#لا_للحرب', []],
    ['لا خوف. أحرار', ['خوف']],
    ['بدون كرامة', ['كرامة']],
  ])('%s: negates %j', (text, negated) => {
    expect(texts(text, (token) => token.negated)).toEqual(negated);
  });

  it.each(['ما أجمل الحرية', 'ما شاء الله عليك', 'لا شك أنه عادل', 'ما زال حيا', 'لا إله إلا الله'])(
    '%s: negates nothing',
    (text) => {
      expect(texts(text, (token) => token.negated)).toEqual([]);
      expect(texts(text, (token) => token.negator)).toEqual([]);
    },
  );

  it('marks what ends or opposes, and what it ends', () => {
    expect(texts('نطالب بوقف القصف فورا', (token) => token.shifter)).toEqual(['بوقف']);
    expect(texts('نطالب بوقف القصف فورا', (token) => token.shifted)).toEqual(['القصف', 'فورا']);
  });

  it.each([
    ['قال "لن نرحل" ومشى', ['"', 'لن', 'نرحل', '"']],
    ['قال «لن نرحل» ومشى', ['«', 'لن', 'نرحل', '»']],
    ['قال “لن نرحل” ومشى', ['“', 'لن', 'نرحل', '”']],
    ['قال "لن نرحل ومشى', []],
  ])('%s: quotes %j', (text, quoted) => {
    expect(texts(text, (token) => token.quoted)).toEqual(quoted);
  });

  it('tells sentences by their marks and by lines', () => {
    const text = 'نريد العدالة! متى؟\nالآن';
    expect(readArabic(text).sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['نريد العدالة!', 'متى؟', 'الآن']);
  });

  it('gives tokens in order, inside the text and inside one sentence each, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { tokens, sentences } = readArabic(text);
        let at = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = start;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(sentences.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(tokens.length);
        sentences.forEach(({ from, to }, i) => {
          for (let k = from; k < to; k += 1) expect(tokens[k]?.sentence).toBe(i);
        });
      }),
      { numRuns: 500 },
    );
  });
});
