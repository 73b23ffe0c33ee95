import { describe, expect, it } from 'vitest';
import { hashtagWords } from '#lib/nlp/english/extract-features';
import { hashText } from '#lib/nlp/english/hash-text';
import { scoreText } from '#lib/nlp/score-text';

const RATED = new Map([
  ['worst', -3.1],
  ['news', 0.5],
  ['war', -2.9],
]);
const valence = (hash: number): number => [...RATED].find(([word]) => hashText(word) === hash)?.[1] ?? 0;

describe('hashtagWords', () => {
  it.each([
    ['#ShameOnYou', ['shame', 'on', 'you']],
    ['#worstdayever', ['worst', 'day', 'ever']],
    ['#goodnews', ['good', 'news']],
    ['#NoJusticeNoPeace', ['no', '!justice', 'no', '!peace']],
    ['#LavrovNotWelcome', ['lavrov', 'not', '!welcome']],
    ['#stopthewar', ['stop', 'the', 'war']],
    ['#qzxv', ['qzxv']],
  ])('%s: %j', (tag, words) => {
    expect(hashtagWords(tag, valence).map(({ word, turned }) => (turned ? `!${word}` : word))).toEqual(words);
  });

  it('leaves a tag of many letters whole', () => {
    const letters = 'a'.repeat(50_000);
    expect(hashtagWords(`#${letters}`, valence)).toEqual([{ word: letters, turned: false }]);
  });
});

describe('places', () => {
  it.each([
    '%s wants to work more closely with its neighbours.',
    'The minister of %s welcomed the delegation.',
    'We condemn the attack on %s.',
    '#%s talks',
  ])('%s scores alike for every country', (frame) => {
    const scores = ['Syria', 'Russia', 'Norway', 'Israel', 'Palestine', 'Ukraine', 'Iran', 'Canada'].map(
      (place) => scoreText(frame.replace('%s', place), 'en').score,
    );
    expect(new Set(scores).size).toBe(1);
  });
});

describe('turning', () => {
  it.each([
    ['They ended the bloodshed.', 'They began the bloodshed.'],
    ['Sanctions were lifted.', 'Sanctions were announced.'],
    ['We came home without a loss.', 'We came home with a loss.'],
    ['Nobody was hurt.', 'Everybody was hurt.'],
    ['It would be wrong to say that nobody helped us.', 'Nobody helped us.'],
  ])('%j is better than %j', (better, worse) => {
    expect(scoreText(better, 'en').score ?? 0).toBeGreaterThan(scoreText(worse, 'en').score ?? 0);
  });
});
