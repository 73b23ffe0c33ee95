import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import localFont from 'next/font/local';

// Only what the pages can show: Latin at once, accented letters of transliterations and Arabic when they occur.
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'optional',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
    },
  ],
});

export const interExtended = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--font-inter-ext',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-0304,U+0308,U+0329,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

export const plexArabic = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2',
      weight: '600',
    },
  ],
  variable: '--font-plex-arabic',
  // Arabic widths differ so much between fonts that a late swap moves the whole page: what is not there at once stays away.
  display: 'optional',
  preload: false,
  // The stand-in would be Arial under this name, which also holds Latin letters and would displace Inter.
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+FB50-FDFF,U+FE70-FEFC',
    },
  ],
});

/**
 * Addresses of the Arabic faces in the built site, empty while developing. An Arabic page asks for them at once:
 * a font that is `optional` and preloaded is there for the first paint, so charts measured in it are drawn in it.
 * Next would preload them on every page or on none.
 */
export const arabicFontAddresses: readonly string[] = (() => {
  try {
    return readdirSync(join(/* turbopackIgnore: true */ process.cwd(), '.next', 'static', 'media'))
      .filter((name) => name.startsWith('ibm_plex_sans_arabic') && name.endsWith('.woff2'))
      .map((name) => `/_next/static/media/${name}`);
  } catch {
    return [];
  }
})();
