import { describe, expect, test } from 'vitest';
import { eventChartLinks, NO_LINKS } from '#lib/core/charts/chart-target';

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

  test('names each camp that a mark pools', () => {
    expect(links({ kind: 'statements', camps: ['a', 'b'], stance: 'none', withoutDuplicates: true })).toBe(
      '/events/an%20event/statements?target=step&camp=a&camp=b&stance=none&duplicates=without',
    );
  });

  test('writes a bound of 0', () => {
    expect(links({ kind: 'statements', scoreFrom: -0.1, scoreTo: 0 })).toContain('scoreFrom=-0.1&scoreTo=0');
  });

  test('a word in Arabic comes back from the address as it was', () => {
    const href = links({ kind: 'statements', word: 'محاسبة & عدالة' }) ?? '';
    expect(new URL(href, 'http://localhost').searchParams.get('word')).toBe('محاسبة & عدالة');
  });

  test('a picture has none', () => {
    expect(NO_LINKS({ kind: 'statement', id: 'a' })).toBeNull();
  });
});
