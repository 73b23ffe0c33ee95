import { describe, expect, it } from 'vitest';
import { NO_FILTER, readStatementFilter } from '#lib/core/filter/statement-filter';
import { compareQuery, filterParameters, readCompareView, withQuery } from '../../app/events/[slug]/compare-query';

const DEFAULT_VIEW = { measure: 'stance', bars: 'stacked' } as const;

describe('the address of the compare page', () => {
  it('is bare for the default view', () => {
    expect(compareQuery(NO_FILTER, DEFAULT_VIEW, null)).toBe('');
    expect(withQuery('/events/a', '')).toBe('/events/a');
    expect(withQuery('/events/a', 'x=1')).toBe('/events/a?x=1');
  });

  it('keeps filter, target and switches, and drops the place in a list', () => {
    const { filter } = readStatementFilter('stance=against&camp=b&camp=a&after=z~1&sort=score');
    expect(compareQuery(filter, { measure: 'wording', bars: 'diverging' }, 'step')).toBe(
      'camp=a&camp=b&stance=against&target=step&measure=wording&bars=diverging',
    );
  });

  it('reads only what it knows', () => {
    expect(readCompareView({})).toEqual(DEFAULT_VIEW);
    expect(readCompareView({ measure: 'wording', bars: 'diverging' })).toEqual({ measure: 'wording', bars: 'diverging' });
    expect(readCompareView({ measure: 'x', bars: ['diverging', 'stacked'] })).toEqual(DEFAULT_VIEW);
  });

  it('joins the values of a facet, so that a link can carry them as one', () => {
    const { filter } = readStatementFilter('camp=b&camp=a&stance=favor');
    expect(filterParameters(filter, null)).toEqual({ camp: 'a,b', stance: 'favor' });
    expect(filterParameters(NO_FILTER, 'step')).toEqual({ target: 'step' });
  });
});
