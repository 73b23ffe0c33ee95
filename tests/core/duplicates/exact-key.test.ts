import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash, exactKey } from '#lib/core/duplicates/exact-key';

describe('exactKey', () => {
  it.each([
    ['Let it fall!', 'let  it fall'],
    ['«العدالة» أولاً', 'العداله اولا'],
    ['لا،لا', 'لا لا'],
    ["don't", 'dont'],
    ['عام ٢٠٢٥', 'عام 2025'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(exactKey(one)).toBe(exactKey(other));
  });

  it.each([
    ['yes', 'no'],
    ['great', 'great 😡'],
    ['??', '!!'],
    ['1 $', '1 €'],
    ['العدالة', 'عدالة'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(exactKey(one)).not.toBe(exactKey(other));
  });

  it('is never empty for a text that is not blank', () => {
    expect(exactKey('?! ...')).toBe('?!...');
  });
});

it('contentHash hashes the key', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  // Of the three bytes "abc": the example of FIPS 180-2, appendix B.1.
  expect(contentHash('A-b c.', sha256)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
