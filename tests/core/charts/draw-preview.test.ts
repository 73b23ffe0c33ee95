import { describe, expect, test } from 'vitest';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import { drawPreview, PREVIEW_SIZE } from '#lib/core/charts/draw-preview';
import { drawStanceBars } from '#lib/core/charts/draw-stance-bars';
import { stanceBars } from '#lib/core/charts/stance-bars';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { arCharts } from '#lib/i18n/ar-charts';
import { enCharts } from '#lib/i18n/en-charts';
import { CAMPS, THREE_SIZES } from './chart-fixtures';

const FOOT = 'n = 24 · Collected statements, not a poll.';
const LONG_FOOT = `${FOOT} Stance: low agreement (alpha .52 [.31, .70], n = 24 double-coded). Camp: tentative agreement (alpha .71 [.55, .83], n = 24 double-coded).`;

const THREE_LINES = `${LONG_FOOT} Use of the slogan: good agreement (alpha .91 [.85, .97], n = 24 double-coded).`;
const ARABIC_FOOT =
  'ن = ٢٤ · أقوال مجموعة، لا استطلاع رأي. الموقف: اتفاق منخفض (ألفا ٠٫٥٢ [٠٫٣١؛ ٠٫٧٠]، ن = ٢٤ مرمَّزة مرتين). الفئة: اتفاق لا يسمح إلا بنتائج أولية (ألفا ٠٫٧١ [٠٫٥٥؛ ٠٫٨٣]، ن = ٢٤ مرمَّزة مرتين). استخدام الشعار: اتفاق جيد (ألفا ٠٫٩١ [٠٫٨٥؛ ٠٫٩٧]، ن = ٢٤ مرمَّزة مرتين).';

function preview(foot: string, { text = enCharts, title = 'An event', finding = 'A finding.' } = {}): string {
  const model = stanceBars({ statements: THREE_SIZES, camps: CAMPS, includeContext: false });
  const node = drawPreview(
    (width) => drawStanceBars(model, { text, theme: PAGE_THEME, links: () => '', width, idPrefix: 'p' }),
    { product: 'Stanceboard', title, finding, foot },
    { text, theme: PAGE_THEME },
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

  test.each([
    ['in English', THREE_LINES, enCharts],
    ['in Arabic', ARABIC_FOOT, arCharts],
  ])('a caveat of three lines is not cut, %s', (_language, foot, text) => {
    const svg = preview(foot, { text });
    expect(new Set(footBaselines(svg)).size).toBe(3);
    for (const y of footBaselines(svg)) expect(y).toBeLessThan(PREVIEW_SIZE.height);
    const written = [...svg.matchAll(/font-size="20"[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)</g)]
      .map((match) => match[1])
      .join(' ');
    expect(written.split(/\s+/)).toEqual(expect.arrayContaining(foot.split(/\s+/)));
  });

  test('a long title and a long finding are set smaller, not cut', () => {
    const title = 'Reactions of families, traders, officials and residents to the agreement between two ministries '.repeat(2);
    const finding = 'Representatives of harbour-side neighbourhood associations: 9 of 12 statements are against; '.repeat(5);
    expect(preview(FOOT, { title, finding })).not.toMatch(/…<\/text>/);
    expect(preview(FOOT)).toContain('font-size="40"');
  });
});
