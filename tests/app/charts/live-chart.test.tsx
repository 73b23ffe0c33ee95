import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { campDifferences } from '#lib/core/charts/camp-differences';
import { type ChartModel, drawChart } from '#lib/core/charts/chart';
import { eventChartLinks } from '#lib/core/charts/chart-target';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import type { Drawing } from '#lib/core/charts/drawing';
import { sentimentStrip } from '#lib/core/charts/sentiment-strip';
import { shareIntervals } from '#lib/core/charts/share-intervals';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { stanceBySentiment } from '#lib/core/charts/stance-by-sentiment';
import { timeline } from '#lib/core/charts/timeline';
import { enCharts } from '#lib/i18n/en-charts';
import { toPageDrawings, withLabels } from '../../../app/_components/charts/page-drawing';
import { StaticChart } from '../../../app/_components/charts/static-chart';
import { CAMPS, makeCamp, scored } from '../../core/charts/chart-fixtures';

interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
interface AxisProps {
  readonly type: string;
  readonly dataKey: string;
  readonly domain: readonly [number, number];
  readonly reversed?: boolean;
  readonly hide: boolean;
}
interface ChartProps {
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  readonly accessibilityLayer: boolean;
  readonly children: ReactNode;
}
interface ScatterProps {
  readonly data: readonly { readonly x: number; readonly y: number }[];
  readonly shape: (point: { cx: number; cy: number; index: number }) => ReactNode;
  readonly isAnimationActive: boolean;
}

// Recharts draws nothing without a browser. This stands in for its scatter chart: a linear axis over the margins' inside is
// all that is asked of it. That the real one does the same is shown in a browser by the journeys.
const seen = vi.hoisted(() => ({ chart: undefined, x: undefined, y: undefined, scatter: undefined }) as Record<string, unknown>);
vi.mock('recharts', async () => {
  const { Fragment } = await import('react');
  const state: { chart?: ChartProps; x?: AxisProps; y?: AxisProps } = {};
  const place = (value: number, axis: AxisProps, start: number, length: number) =>
    start + ((value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])) * length;
  return {
    DefaultZIndexes: { activeBar: 1000 },
    ScatterChart: (props: ChartProps) => {
      state.chart = props;
      seen['chart'] = props;
      return <main>{props.children}</main>;
    },
    XAxis: (props: AxisProps) => {
      state.x = props;
      seen['x'] = props;
      return null;
    },
    YAxis: (props: AxisProps) => {
      state.y = props;
      seen['y'] = props;
      return null;
    },
    ZIndexLayer: ({ children }: { readonly children: ReactNode }) => <div>{children}</div>,
    Scatter: (props: ScatterProps) => {
      seen['scatter'] = props;
      const { chart, x, y } = state;
      if (chart === undefined || x === undefined || y === undefined) throw new Error('axes come before points');
      const { margin, width, height } = chart;
      return (
        <g>
          {props.data.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two marks may share a place
            <Fragment key={index}>
              {props.shape({
                cx: place(point.x, x, margin.left, width - margin.left - margin.right),
                cy: place(point.y, y, margin.top, height - margin.top - margin.bottom),
                index,
              })}
            </Fragment>
          ))}
        </g>
      );
    },
  };
});

const statements = [
  ...makeCamp('alpha', { against: 9, ambivalent: 1, none: 2 }, (index) => ({
    ...(index === 3 ? {} : scored(-0.1 * index + 0.3, index === 1)),
    saidOn: index % 3 === 0 ? null : `2025-08-0${(index % 9) + 1}`,
  })),
  ...makeCamp('beta', { against: 2, favor: 4, disputed: 1 }, (index) => ({ ...scored(0.05 * index), saidOn: '2025-08' })),
  ...makeCamp('gamma', { against: 2, favor: 1 }, () => ({ ...scored(0.5), excerpt: 'A text with "quotes" & <marks>' })),
];
const input = { statements, camps: CAMPS, includeContext: false };
const MODELS: readonly ChartModel[] = [
  stanceBars(input),
  stanceBars({ ...input, layout: 'diverging' }),
  sentimentStrip(input),
  sentimentStrip({ ...input, statements: makeCamp('alpha', { against: 301 }, (index) => scored((index % 100) / 100)) }),
  stanceBySentiment(input),
  shareIntervals(input),
  campDifferences(input),
  timeline(input),
  timeline({ ...input, measure: 'wording' }),
];

const draw = (model: ChartModel, width: number): Drawing =>
  drawChart(model, { text: enCharts, theme: PAGE_THEME, links: eventChartLinks('event'), width, idPrefix: 'test' });

/** Markup of a picture as React would write the same nodes. */
function asReactWrites(markup: string): string {
  return markup.replace(/<([a-z]+)([^<>]*)\/>/giu, '<$1$2></$1>').replaceAll("'", '&#x27;');
}

/** Every mark in document order: where it is, what it opens, what it is called, and how it is drawn. */
function marksIn(markup: string): readonly string[] {
  return [...markup.matchAll(/<g transform="translate\([^"]+\)"><(a|g) class="chart-mark".*?<\/\1><\/g>/gu)].map(
    ([mark]) => mark,
  );
}

let LiveChart: typeof import('../../../app/_components/charts/live-chart').LiveChart;
beforeEach(async () => {
  ({ LiveChart } = await import('../../../app/_components/charts/live-chart'));
});

describe.each([320, 680])('at %i px', (width) => {
  test.each(MODELS.map((model, index) => [`${index} ${model.name}`, model] as const))('%s', (_name, model) => {
    const drawing = draw(model, width);
    const fixed = marksIn(asReactWrites(renderToStaticMarkup(<StaticChart drawing={drawing} name="Name" />)));
    const live = marksIn(renderToStaticMarkup(<LiveChart drawing={drawing} name="Name" />));
    expect(fixed).toHaveLength(drawing.marks.length);
    expect(live).toEqual(fixed);
  });
});

test('Recharts gets pinned domains, no keyboard layer and no animation', () => {
  const drawing = draw(sentimentStrip(input), 680);
  renderToStaticMarkup(<LiveChart drawing={drawing} name="Name" />);
  expect(seen['chart']).toMatchObject({ accessibilityLayer: false, role: 'group', 'aria-label': 'Name' });
  expect(seen['x']).toMatchObject({ type: 'number', dataKey: 'x', domain: [-1, 1], hide: true });
  // It would clip what reaches over the plot, such as half of a dot at -1.
  expect(seen['x']).not.toHaveProperty('allowDataOverflow');
  expect(seen['y']).not.toHaveProperty('allowDataOverflow');
  expect(seen['y']).toMatchObject({ type: 'number', dataKey: 'y', reversed: true, hide: true });
  expect(seen['scatter']).toMatchObject({ isAnimationActive: false });
});

test('labels that travel once come back to every mark of both widths', () => {
  for (const model of MODELS) {
    const [narrow, wide] = [draw(model, 320), draw(model, 680)];
    const page = toPageDrawings(narrow, wide);
    expect(withLabels(page.narrow, page.labels)).toEqual(narrow);
    expect(withLabels(page.wide, page.labels)).toEqual(wide);
    expect(JSON.parse(JSON.stringify(page.wide.marks))).not.toContainEqual(expect.objectContaining({ facts: expect.anything() }));
  }
});
