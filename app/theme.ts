/** Colours that a reader can choose; without a choice the system's preference holds. */
const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';

/** The theme that a cookie or a form names; null for "as the system" and for anything unknown. */
export function parseTheme(value: unknown): Theme | null {
  return THEMES.find((theme) => theme === value) ?? null;
}
