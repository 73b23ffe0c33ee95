import { describe, expect, it } from 'vitest';
import {
  choosePlural,
  fillSentence,
  formatDate,
  formatList,
  formatMoment,
  formatNumber,
  formatPercent,
  formatPlainNumber,
  formatScore,
  languageName,
  saysYear,
} from '#lib/i18n/format';

describe('numbers', () => {
  it('have the digits of the language', () => {
    expect(formatNumber('en', 1234.5)).toBe('1,234.5');
    expect(formatNumber('ar', 1234.5)).toBe('١٬٢٣٤٫٥');
    expect(formatPlainNumber('en', 2025)).toBe('2025');
    expect(formatPlainNumber('ar', 2025)).toBe('٢٠٢٥');
    expect(formatPercent('en', 0.325)).toBe('33%');
    expect(formatNumber('en', 0.5, 3)).toBe('0.500');
  });

  it('scores carry their sign, zero has none, and the minus is a true one', () => {
    expect(formatScore('en', 0.418)).toBe('+0.42');
    expect(formatScore('en', -0.08)).toBe('\u22120.08');
    expect(formatScore('en', 0)).toBe('0.00');
    expect(formatScore('en', -0.001)).toBe('0.00');
    expect(formatScore('ar', 0.5)).toContain('٠٫٥٠');
    expect(formatScore('ar', -0.5)).toContain('-');
  });
});

describe('dates', () => {
  it.each([
    ['en', '2025', '2025'],
    ['en', '2025-07', 'July 2025'],
    ['en', '2025-07-31', '31 July 2025'],
    ['ar', '2025-07-31', '٣١ تموز ٢٠٢٥'],
    ['en', 'some day', 'some day'],
    ['en', '2025-99-99', '2025-99-99'],
  ] as const)('%s %s is written %s', (locale, date, expected) => {
    expect(formatDate(locale, date)).toBe(expected);
  });

  it('a moment says its time zone', () => {
    expect(formatMoment('en', new Date('2025-07-31T09:05:00Z'))).toMatch(/31 Jul 2025.*09:05.*UTC/);
  });
});

it('chooses the plural of the language, and falls back to the general form', () => {
  const forms = { zero: 'z', one: '1', two: '2', few: 'f', many: 'm', other: 'o' };
  expect([0, 1, 2, 3, 10, 11, 99, 100].map((count) => choosePlural('ar', count, forms))).toEqual([
    'z',
    '1',
    '2',
    'f',
    'f',
    'm',
    'm',
    'o',
  ]);
  expect([0, 1, 2].map((count) => choosePlural('en', count, { one: 'one', other: 'many' }))).toEqual(['many', 'one', 'many']);
  expect(choosePlural('ar', 3, { other: 'any' })).toBe('any');
});

it('joins words and names languages', () => {
  expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b and c');
  expect(languageName('en', 'ar')).toBe('Arabic');
  expect(languageName('ar', 'en')).toBe('الإنجليزية');
  expect(languageName('en', 'not a tag')).toBe('not a tag');
  expect(languageName('en', 'und')).toBe('unknown language');
  expect(languageName('ar', 'und')).toBe('لغة غير معروفة');
});

it('fills what has a value and leaves the rest to be seen', () => {
  expect(fillSentence('{n} of {all} by {who}', { n: 3, all: 8 })).toBe('3 of 8 by {who}');
});

it('sees a year that a title says in either digits', () => {
  expect(saysYear('لقاء دمشق وموسكو، ٣١ تموز/يوليو ٢٠٢٥', '2025-07-31')).toBe(true);
  expect(saysYear('Damascus and Moscow, 31 July 2025', '2025-07-31')).toBe(true);
  expect(saysYear('Lease of the port', '2025-07-31')).toBe(false);
});
