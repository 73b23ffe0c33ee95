import { describe, expect, it } from 'vitest';
import { englishStem } from '#lib/core/search/english-stem';

// Words of the tables in the paper, with what its steps 1 and 5 together give for them, and of Porter2 for -y and -ies.
describe('englishStem', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['caress', 'caress'],
    ['cats', 'cat'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['bled', 'bled'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['troubled', 'troubl'],
    ['sized', 'size'],
    ['hopping', 'hop'],
    ['tanned', 'tan'],
    ['falling', 'fall'],
    ['hissing', 'hiss'],
    ['fizzed', 'fizz'],
    ['failing', 'fail'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['ties', 'tie'],
    ['tied', 'tie'],
    ['cries', 'cri'],
    ['cried', 'cri'],
    ['cry', 'cri'],
    ['say', 'say'],
    ['enjoyed', 'enjoy'],
    ['enjoy', 'enjoy'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['cease', 'ceas'],
    ['controlling', 'control'],
    ['roll', 'roll'],
  ])('%s: %s', (word, stem) => {
    expect(englishStem(word)).toBe(stem);
  });

  it.each(['is', 'a', 'عدالة', 'straße', "don't", '2025s', ''])('leaves %j', (word) => {
    expect(englishStem(word)).toBe(word);
  });
});
