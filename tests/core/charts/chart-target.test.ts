import { describe, expect, test } from 'vitest';
import { eventChartLinks, NO_LINKS } from '#lib/core/charts/chart-target';
import { readStatementFilter } from '#lib/core/filter/statement-filter';

describe('eventChartLinks', () => {
  const links = eventChartLinks('an event', { target: 'step' });

  test('a statement has its own page', () => {
    expect(links({ kind: 'statement', id: 'a/b' })).toBe('/statements/a%2Fb');
  });

  test('keeps the filter of the page and adds what the mark stands for, in a fixed order', () => {
    expect(links({ kind: 'statements', sentiment: 'not_scored', stance: 'favor', camp: 'alpha' })).toBe(
      '/events/an%20event/statements?target=step&camp=alpha&stance=favor&sentiment=not_scored',
    );
  });

  test('names each camp that a mark pools, in place of the page\u2019s own', () => {
    const ofCamps = eventChartLinks('event', { camp: 'a,b,c' });
    expect(ofCamps({ kind: 'statements', camps: ['a', 'b'], stance: 'none' })).toBe(
      '/events/event/statements?camp=a%2Cb&stance=none',
    );
  });

  test.each([
    [-0.1, 0, 'scoreMin=-0.1&scoreMax=-0.001'],
    [0, 0.1, 'scoreMin=0&scoreMax=0.099'],
    [0.9, 1, 'scoreMin=0.9&scoreMax=1'],
  ])('the bin from %d to %d has no score of the next one', (scoreFrom, scoreTo, query) => {
    expect(links({ kind: 'statements', scoreFrom, scoreTo })).toContain(query);
  });

  test('a word is searched beside the words of the page', () => {
    const href = eventChartLinks('event', { q: 'دمشق' })({ kind: 'statements', word: 'محاسبة' }) ?? '';
    expect(new URL(href, 'http://localhost').searchParams.get('q')).toBe('دمشق محاسبة');
  });

  test('every parameter is one that a statement filter reads', () => {
    const href =
      links({
        kind: 'statements',
        camp: 'alpha',
        stance: 'favor',
        sentiment: 'negative',
        scoreFrom: 0,
        scoreTo: 0.1,
        from: '2025-07-01',
        to: '2025-07-31',
        word: 'veto',
        slogan: 'let-moscow-fall',
        use: 'mock',
      }) ?? '';
    const query = new URL(href, 'http://localhost').searchParams;
    query.delete('target');
    expect(readStatementFilter(query, { isStrict: true }).problems).toEqual([]);
  });

  test('a picture has none', () => {
    expect(NO_LINKS({ kind: 'statement', id: 'a' })).toBeNull();
  });
});
