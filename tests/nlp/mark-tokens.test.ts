import { describe, expect, it } from 'vitest';
import { markTokens, type TokenMarking } from '#lib/nlp/english/mark-tokens';
import { readEnglish } from '#lib/nlp/wink-pipeline';

function wordsWhere(text: string, holds: (marking: TokenMarking) => boolean): string[] {
  const reading = readEnglish(text);
  return markTokens(reading).flatMap((marking, index) => (holds(marking) ? [reading.tokens[index]?.normal ?? ''] : []));
}

const turned = (text: string): string[] => wordsWhere(text, (marking) => marking.turned);
const named = (text: string): string[] => wordsWhere(text, (marking) => marking.name);

describe('markTokens', () => {
  it.each([
    ['We are happy.', 'happy', false],
    ['We are not happy.', 'happy', true],
    ["We aren't happy.", 'happy', true],
    ['Nobody in this town is happy.', 'happy', true],
    ['They came back without hope.', 'hope', true],
    ['We saw a lack of progress.', 'progress', true],
    ['He is not only honest.', 'honest', false],
    ['Not on Monday, but we are happy.', 'happy', false],
    ['Nobody can say that this is not good.', 'good', false],
    ['He never fails to impress us.', 'impress', false],
    ['No one doubts her honesty.', 'honesty', false],
    ['They agreed to end the bloodshed.', 'bloodshed', true],
    ['The siege has been lifted.', 'siege', true],
    ['They destroyed our hope.', 'hope', true],
    ['It is less honest.', 'honest', true],
    ['Their "peace" left us poor.', 'peace', true],
    ['She said "peace" and left.', 'peace', false],
    ['The so-called victory cost us much.', 'victory', true],
  ])('%j turns %j: %j', (text, word, expected) => {
    expect(turned(text).includes(word)).toBe(expected);
  });

  it.each([
    ['The Minister of Justice met the Peace Committee on Monday.', ['justice', 'peace']],
    ['Hope Hicks arrived at nine.', ['hope', 'hicks']],
  ])('%j names %j', (text, names) => {
    expect(named(text)).toEqual(expect.arrayContaining(names));
  });

  it('takes no names from a line in capitals or from the first word alone', () => {
    expect(named('PEACE AND JUSTICE NOW')).toEqual([]);
    expect(named('Peace is good for us all.')).toEqual([]);
  });

  it('marks suppositions up to the comma', () => {
    const supposed = wordsWhere('If the talks succeed, the border will open.', (marking) => marking.supposed);
    expect(supposed).toContain('succeed');
    expect(supposed).not.toContain('open');
  });

  it('strengthens and weakens the next word', () => {
    const reading = readEnglish('very sad, slightly sad');
    const strengths = markTokens(reading).map((marking) => marking.strength);
    expect(strengths[1]).toBeGreaterThan(1);
    expect(strengths[4]).toBeLessThan(1);
  });
});
