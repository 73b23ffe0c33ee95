import { describe, expect, test } from 'vitest';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import { drawPreview, PREVIEW_SIZE } from '#lib/core/charts/draw-preview';
import { drawStanceBars } from '#lib/core/charts/draw-stance-bars';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { enCharts } from '#lib/i18n/en-charts';
import { CAMPS, THREE_SIZES } from './chart-fixtures';

const FOOT = 'n = 24 · Collected statements, not a poll.';
const LONG_FOOT = `${FOOT} Stance: low agreement (alpha .52 [.31, .70], n = 24 double-coded). Camp: tentative agreement (alpha .71 [.55, .83], n = 24 double-coded).`;

function preview(foot: string): string {
  const model = stanceBars({ statements: THREE_SIZES, camps: CAMPS, includeContext: false });
  const node = drawPreview(
    (width) => drawStanceBars(model, { text: enCharts, theme: PAGE_THEME, links: () => '', width, idPrefix: 'p' }),
    { product: 'Stanceboard', title: 'An event', finding: 'A finding.', foot },
    { text: enCharts, theme: PAGE_THEME },
  );
  return svgToString(node);
}

/** Baselines of the lines at the foot. */
function footBaselines(svg: string): number[] {
  return [...svg.matchAll(/ y="([\d.]+)" font-size="20"/g)].map((match) => Number(match[1]));
}

describe('the picture of a link', () => {
  test('a foot that fits shares its line with the name of the product', () => {
    expect(new Set(footBaselines(preview(FOOT))).size).toBe(1);
  });

  test('a longer one takes a second line above it, inside the picture', () => {
    const lines = footBaselines(preview(LONG_FOOT));
    expect(new Set(lines).size).toBe(2);
    for (const y of lines) expect(y).toBeLessThan(PREVIEW_SIZE.height);
    expect(preview(LONG_FOOT)).toContain('double-coded');
  });
});
