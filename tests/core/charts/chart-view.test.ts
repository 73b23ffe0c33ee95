import { describe, expect, it } from 'vitest';
import { chartViewParameters, readChartView, USUAL_PICTURE, USUAL_VIEW } from '#lib/core/charts/chart-view';

const read = (query: string) => readChartView(new URLSearchParams(query));

describe('how a chart is asked for', () => {
  it('is as usual without parameters, and ignores those of others', () => {
    expect(read('camp=alpha&lang=ar')).toEqual({ view: USUAL_VIEW, picture: USUAL_PICTURE, problems: [] });
  });

  it('reads every part', () => {
    const asked = read('bars=diverging&measure=wording&about=against&pair=alpha,beta&theme=dark&width=1200');
    expect(asked).toEqual({
      view: { bars: 'diverging', measure: 'wording', about: 'against', pair: ['alpha', 'beta'] },
      picture: { theme: 'dark', width: 1200 },
      problems: [],
    });
  });

  it.each([
    ['bars=round', 'bars', 'not_one_of'],
    ['measure=', 'measure', 'not_one_of'],
    ['about=good', 'about', 'not_one_of'],
    ['theme=blue', 'theme', 'not_one_of'],
    ['pair=alpha', 'pair', 'invalid'],
    ['pair=alpha,alpha', 'pair', 'invalid'],
    ['pair=a,b,c', 'pair', 'invalid'],
    ['width=wide', 'width', 'not_a_number'],
    ['width=-800', 'width', 'not_a_number'],
    ['width=359', 'width', 'out_of_range'],
    ['width=1601', 'width', 'out_of_range'],
  ])('%s is a problem and changes nothing', (query, field, code) => {
    const { view, picture, problems } = read(query);
    expect([view, picture]).toEqual([USUAL_VIEW, USUAL_PICTURE]);
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
  });

  it.each(['width=360', 'width=1600'])('%s is just allowed', (query) => {
    expect(read(query).problems).toEqual([]);
  });

  it('is written so that it reads back the same, and without defaults', () => {
    expect(chartViewParameters(USUAL_VIEW)).toEqual([]);
    const { view } = read('bars=diverging&measure=wording&about=none&pair=b,a');
    expect(readChartView(new URLSearchParams(chartViewParameters(view).map(([name, value]) => [name, value]))).view).toEqual(
      view,
    );
  });
});
