import { afterEach, describe, expect, it } from 'vitest';
import { createScoringService, type ScoringService } from '#lib/nlp/scoring-service';

const open: ScoringService[] = [];
function service(budgetMs?: number): ScoringService {
  const made = createScoringService(budgetMs === undefined ? {} : { budgetMs });
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

describe('createScoringService', () => {
  it('answers in the order of the texts', async () => {
    const scores = await service().scoreMany([
      { text: 'This is wonderful, we are so happy.', language: 'en' },
      { text: '   ' },
      { text: 'This is terrible, we are so sad.', language: 'en' },
      { text: 'Guten Morgen', language: 'de' },
    ]);
    expect(scores.map((score) => score.label)).toEqual(['positive', null, 'negative', null]);
    expect(scores.map((score) => score.reason)).toEqual([null, 'empty', null, 'language_not_read']);
  });

  it('gives up on a text that is out of time and loses none of the others', async () => {
    // 99,000 characters of prose take longer than 50 milliseconds on any machine this runs on; the empty texts take none.
    const long = 'We are good and they are bad, they said. '.repeat(2400);
    const strict = service(50);
    const scores = await strict.scoreMany([
      { text: long, language: 'en' },
      { text: '' },
      { text: long, language: 'en' },
      { text: ' ' },
    ]);
    expect(scores.map((score) => score.reason)).toEqual(['too_complex', 'empty', 'too_complex', 'empty']);
    expect(scores[0]?.score).toBeNull();
  });

  it('answers after close instead of hanging', async () => {
    const made = service();
    await made.score('good', 'en');
    await made.close();
    expect((await made.score('good', 'en')).reason).toBe('too_complex');
  });

  it('says so when the worker cannot be started', async () => {
    const made = createScoringService({ root: '/nonexistent' });
    open.push(made);
    await expect(made.score('good', 'en')).rejects.toThrow('The scoring worker does not start.');
  });
});
