import { describe, expect, it } from 'vitest';
import { acceptedLocales, chooseLocale, directionOf, directionOfLanguage } from '#lib/i18n/locale';

describe('acceptedLocales', () => {
  it.each([
    [null, []],
    ['', []],
    ['ar', ['ar']],
    ['ar-SY,ar;q=0.9,en;q=0.8', ['ar', 'en']],
    ['en;q=0.3, ar;q=0.7', ['ar', 'en']],
    ['fr, de;q=0.9', []],
    ['EN-us', ['en']],
    ['ar;q=0, en;q=0.1', ['en']],
    ['ar;q=rubbish, en;q=0.1', ['en']],
    ['ar;q=5, en', ['en']],
    ['arn, enm', []],
  ])('%j gives %j', (header, expected) => {
    expect(acceptedLocales(header)).toEqual(expected);
  });

  it('reads no more than 20 entries of a header', () => {
    expect(acceptedLocales(`${'fr,'.repeat(20)}ar`)).toEqual([]);
    expect(acceptedLocales(`${'fr,'.repeat(19)}ar`)).toEqual(['ar']);
  });
});

describe('chooseLocale', () => {
  it.each([
    [{}, 'en'],
    [{ acceptLanguage: 'ar' }, 'ar'],
    [{ cookie: 'en', acceptLanguage: 'ar' }, 'en'],
    [{ query: 'ar', cookie: 'en', acceptLanguage: 'en' }, 'ar'],
    [{ query: 'xx', cookie: '../etc', acceptLanguage: 'fr' }, 'en'],
    [{ query: null, cookie: null, acceptLanguage: null }, 'en'],
  ] as const)('%j is answered in %s', (request, expected) => {
    expect(chooseLocale(request)).toBe(expected);
  });
});

it('knows in which direction languages are read', () => {
  expect([directionOf('en'), directionOf('ar')]).toEqual(['ltr', 'rtl']);
  expect(['ar', 'ar-SY', 'fa', 'ur', 'he', 'az-Arab'].map(directionOfLanguage)).toEqual(Array(6).fill('rtl'));
  expect(['en', 'ru', 'tr', 'ar-Latn'].map(directionOfLanguage)).toEqual(Array(4).fill('ltr'));
  expect(['not a tag', ''].map(directionOfLanguage)).toEqual(['auto', 'auto']);
});
