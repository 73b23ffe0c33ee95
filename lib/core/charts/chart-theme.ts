import type { TextFace } from '#lib/core/charts/text-width';

/** Colours and type of a drawing; a picture that leaves the page carries literal colours. */
export interface ChartTheme {
  readonly mode: 'page' | 'standalone-light' | 'standalone-dark';
  /** Font stack written into the picture, or null where the page's style sheet sets it. */
  readonly fontFamily: string | null;
  /** Font stack of semibold text: where faces are files, each weight is a family of its own. */
  readonly semiboldFamily: string | null;
  /**
   * Times the measured width that a text is given: a picture that leaves the page may meet a wider font than
   * the two that the widths were taken from.
   */
  readonly widen: number;
  readonly ink: string;
  readonly ink2: string;
  readonly paper: string;
  readonly rule: string;
  readonly against: string;
  readonly favor: string;
  readonly neutral: string;
  /** Text on a filled stance. */
  readonly onAgainst: string;
  readonly onFavor: string;
  readonly onNeutral: string;
  /** Stripes over `against`, so that it is told from the others without colour. */
  readonly hatch: string;
  /** Heat cells are this colour at an opacity. */
  readonly heat: string;
  /** Eight colours that no stance uses. */
  readonly camps: readonly string[];
}

const FALLBACKS = 'Inter, "Noto Sans Arabic", "Segoe UI", Tahoma, "DejaVu Sans", Arial, sans-serif';
const FONTS = `"IBM Plex Sans Arabic", ${FALLBACKS}`;
const SEMIBOLD_FONTS = `"IBM Plex Sans Arabic SemiBold", ${FONTS}`;

/** The face by which a text of this theme is measured. */
export function measuredAs(theme: ChartTheme, size: number, semibold = false): TextFace {
  return { size: size * theme.widen, semibold };
}

/**
 * A theme for a frame and for an SVG file, which bring no font: they are drawn in what the reader's machine has. The widest that is
 * common, DejaVu Sans Bold, was measured to draw Arabic up to 1.29 times as wide as IBM Plex Sans Arabic, and Latin letters 1.13
 * times as wide as Inter.
 */
export function inReadersFont(theme: ChartTheme, language: string): ChartTheme {
  return { ...theme, widen: language === 'ar' ? 1.3 : 1.14 };
}

/** Drawn into a page: every colour is a token, so that one drawing serves light and dark. */
export const PAGE_THEME: ChartTheme = {
  mode: 'page',
  fontFamily: null,
  semiboldFamily: null,
  widen: 1.02,
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  paper: 'var(--chart-paper)',
  rule: 'var(--rule)',
  against: 'var(--stance-against)',
  favor: 'var(--stance-favor)',
  neutral: 'var(--stance-neutral)',
  onAgainst: 'var(--chart-on-against)',
  onFavor: 'var(--chart-on-favor)',
  onNeutral: 'var(--chart-on-neutral)',
  hatch: 'var(--chart-hatch)',
  heat: 'var(--ink)',
  camps: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `var(--camp-${index})`),
};

/** A picture for a report on white paper. */
export const STANDALONE_LIGHT: ChartTheme = {
  mode: 'standalone-light',
  fontFamily: FONTS,
  semiboldFamily: SEMIBOLD_FONTS,
  widen: 1.1,
  ink: '#1A1A1A',
  ink2: '#555555',
  paper: '#FFFFFF',
  rule: '#C9C9C9',
  against: '#B35806',
  favor: '#542788',
  neutral: '#767676',
  onAgainst: '#FFFFFF',
  onFavor: '#FFFFFF',
  onNeutral: '#FFFFFF',
  hatch: '#8A4203',
  heat: '#1A1A1A',
  camps: ['#00857A', '#8C1D4F', '#6B7A12', '#546A80', '#2F78C4', '#4A1F1F', '#37874D', '#123F6B'],
};

/** A picture for a dark slide. */
export const STANDALONE_DARK: ChartTheme = {
  mode: 'standalone-dark',
  fontFamily: FONTS,
  semiboldFamily: SEMIBOLD_FONTS,
  widen: 1.1,
  ink: '#F0F0EE',
  ink2: '#B4B4B0',
  paper: '#161719',
  rule: '#46484C',
  against: '#E98A33',
  favor: '#B594E6',
  neutral: '#9A9A9A',
  onAgainst: '#161719',
  onFavor: '#161719',
  onNeutral: '#161719',
  hatch: '#F7B878',
  heat: '#F0F0EE',
  camps: ['#2FA597', '#F48FB5', '#D3E27A', '#A9C8EE', '#3A8EE0', '#D8625F', '#7CC86F', '#7F90B0'],
};
