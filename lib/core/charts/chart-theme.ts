/** Colours and type of a drawing; a picture that leaves the page carries literal colours. */
export interface ChartTheme {
  readonly mode: 'page' | 'standalone-light' | 'standalone-dark';
  /** Font stack written into the picture, or null where the page's style sheet sets it. */
  readonly fontFamily: string | null;
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

const FONTS = 'Inter, "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", Tahoma, "DejaVu Sans", Arial, sans-serif';

/** Drawn into a page: every colour is a token, so that one drawing serves light and dark. */
export const PAGE_THEME: ChartTheme = {
  mode: 'page',
  fontFamily: null,
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
  camps: ['#00677F', '#8A6100', '#1F5FBF', '#3E7A1E', '#A3325F', '#5B5F97', '#00796B', '#7A5230'],
};

/** A picture for a dark slide. */
export const STANDALONE_DARK: ChartTheme = {
  mode: 'standalone-dark',
  fontFamily: FONTS,
  ink: '#F0F0EE',
  ink2: '#B4B4B0',
  paper: '#161719',
  rule: '#46484C',
  against: '#E8913A',
  favor: '#B79AE6',
  neutral: '#9A9A9A',
  onAgainst: '#161719',
  onFavor: '#161719',
  onNeutral: '#161719',
  hatch: '#F7B878',
  heat: '#F0F0EE',
  camps: ['#4FB6CE', '#D9A93A', '#7DA9F0', '#86C45E', '#E686AE', '#A5A9E0', '#4DBBAA', '#C49A74'],
};
