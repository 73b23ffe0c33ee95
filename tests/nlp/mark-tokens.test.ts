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
    ['The siege of the town has been broken.', 'siege', true],
    ['The embargo is over.', 'embargo', true],
    ['The talks brought the shelling to a halt.', 'shelling', true],
    ['This is anything but a fair settlement.', 'fair', true],
    ['The offer is far from generous.', 'generous', true],
    ['The ministers can no longer be trusted.', 'trusted', true],
    ['There is little hope in the town.', 'hope', true],
    ['We have a little hope.', 'hope', false],
    ['There is no one who does not love her.', 'love', false],
    ['I cannot say that I was not impressed.', 'impressed', false],
    ['Nobody was hurt and everyone is happy.', 'happy', false],
    ['The old court was fairer.', 'fairer', true],
    ['The new court is fairer than the old one.', 'fairer', false],
    ['They killed the poor man.', 'poor', false],
  ])('%j turns %j: %j', (text, word, expected) => {
    expect(turned(text).includes(word)).toBe(expected);
  });

  it.each([
    ['The Minister of Justice met the Peace Committee on Monday.', ['justice', 'peace']],
    ['Hope Hicks arrived at nine.', ['hope', 'hicks']],
  ])('%j names %j', (text, names) => {
    expect(named(text)).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ['The committee on war crimes meets on Tuesday.', ['war', 'crimes'], []],
    ['The ministers discussed terrorism, migration and trade.', ['terrorism', 'migration'], []],
    ['The court hears the torture case.', ['torture'], []],
    ['We condemn the torture.', [], ['torture']],
    ['The report on a shameful trial was read.', ['trial'], ['shameful']],
  ])('%j is about %j', (text, topics, others) => {
    const found = wordsWhere(text, (marking) => marking.topic);
    expect(found).toEqual(expect.arrayContaining(topics));
    for (const word of others) expect(found).not.toContain(word);
  });

  it('names places at the start of a sentence', () => {
    expect(named('Moscow wants peace.')).toEqual(['moscow']);
    expect(named('Sanctions were lifted.')).toEqual([]);
  });

  it('cancels a negation of a negation, and not two that stand side by side', () => {
    const cancelled = (text: string): string[] => wordsWhere(text, (marking) => marking.cancelled);
    expect(cancelled('Nobody can say that this is not good.')).toEqual(['nobody', 'not']);
    expect(cancelled('They offer neither safety nor dignity.')).toEqual([]);
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
