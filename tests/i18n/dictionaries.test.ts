import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '#lib/core/problem';
import { ar } from '#lib/i18n/ar';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { en } from '#lib/i18n/en';
import { problemSentence } from '#lib/i18n/problem-sentence';

/** Each leaf with its path, such as `common.nav.compare`. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

/** Sentences that are the same in both languages because they are names or commands. */
const SAME_IN_BOTH = new Set([
  'common.product',
  'common.language.en',
  'common.language.ar',
  'events.emptyCommand',
  'rescoring.rescoreCommand',
]);

/** PNG and CSV are called so in every language. */
const FORMAT_NAME = /^[A-Z]{2,5}$/;

describe('the dictionaries', () => {
  it('hold the same sentences', () => {
    expect(leaves(ar).map(([path]) => path)).toEqual(leaves(en).map(([path]) => path));
  });

  it('hold no empty sentence', () => {
    for (const dictionary of [en, ar]) {
      for (const [path, value] of leaves(dictionary)) if (typeof value === 'string') expect(value.trim(), path).not.toBe('');
    }
  });

  it('leave nothing of the other language untranslated', () => {
    const english = new Map(leaves(en));
    for (const [path, value] of leaves(ar)) {
      if (typeof value !== 'string' || SAME_IN_BOTH.has(path) || FORMAT_NAME.test(value)) continue;
      expect(value, path).not.toBe(english.get(path));
      expect(value, path).toMatch(/[\u0600-\u06ff]/);
    }
  });

  it('keep the placeholders of the English sentence', () => {
    const english = new Map(leaves(en));
    const placeholders = (value: unknown) => [...String(value).matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
    for (const [path, value] of leaves(ar)) {
      if (typeof value === 'string') expect(placeholders(value), path).toEqual(placeholders(english.get(path)));
    }
  });

  it('keep a date in figures and an address in their own direction: an Arabic line would turn 2025-07-31 into 31-07-2025', () => {
    const seen = PROBLEM_CODES.map((code) => [`problems.${code}`, problemSentence(ar, { code, seen: '2025-02-30' })] as const);
    for (const [path, value] of [...leaves(ar), ...seen]) {
      if (typeof value === 'string') expect(value.replaceAll(/\u2068[^\u2069]*\u2069/gu, ''), path).not.toMatch(/\d-\d|:\/\//u);
    }
  });

  it('speak neither of significance nor of causes where numbers are told', () => {
    const files = ['en-charts', 'ar-charts', 'render-finding', 'en/compare', 'ar/compare', 'en/report', 'ar/report'];
    for (const file of files) {
      const told = readFileSync(`lib/i18n/${file}.ts`, 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gmu, '');
      expect(told, file).not.toMatch(
        /significan|\bbecause|\bcaus(?:e|al)|\bdue to|\bled to|\btherefore|بسبب|لأن|أدّ?ى إلى|ذات? دلالة|ذو دلالة/iu,
      );
    }
  });

  it('keep to the terms of the glossary: no second word for camp, statement or sentiment', () => {
    for (const [path, value] of leaves(ar)) {
      expect(String(value), path).not.toMatch(/معسكر|تصريح|تصاريح|مشاعر/u);
    }
  });

  it('count in words where Arabic has a dual', () => {
    expect([0, 1, 2, 3, 11, 100].map(ar.common.counts.statements)).toEqual([
      'لا أقوال',
      'قول واحد',
      'قولان',
      '٣ أقوال',
      '١١ قولًا',
      '١٠٠ قول',
    ]);
    expect([0, 1, 2].map(en.common.counts.statements)).toEqual(['0 statements', '1 statement', '2 statements']);
  });
});

describe.each(['en', 'ar'] as const)('problems in %s', (locale) => {
  const dictionary = dictionaryOf(locale);

  it.each(PROBLEM_CODES)('%s is a sentence, with and without what it could speak of', (code) => {
    const bare = problemSentence(dictionary, { code });
    const full = problemSentence(dictionary, {
      code,
      seen: 'SEEN',
      params: { max: 10_000, min: 1, length: 10_001, count: 3, allowed: 'a, b' },
    });
    for (const sentence of [bare, full]) {
      expect(sentence).toMatch(/[.،]$/);
      expect(sentence).not.toMatch(/undefined|NaN|null|\s{2}/);
    }
  });
});

it('a problem names the value seen and the limit', () => {
  expect(problemSentence(en, { code: 'not_a_date', seen: '31/07/25' })).toContain('“31/07/25”');
  expect(problemSentence(en, { code: 'too_long', params: { max: 10_000, length: 10_001 } })).toContain(
    '10,001 characters; at most 10,000',
  );
  expect(problemSentence(ar, { code: 'too_long', params: { max: 10_000, length: 10_001 } })).toContain('١٠٬٠٠١');
});
