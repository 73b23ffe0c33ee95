import './styles/index.css';

import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { directionOf } from '#lib/i18n/locale';
import { AppShell, PAGE_END } from './_components/app-shell';
import { arabicFontAddresses, inter, interExtended, plexArabic } from './fonts';
import { getDictionary, getLocale } from './locale';
import { parseTheme, THEME_COOKIE } from './theme';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#141412' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await getDictionary();
  return {
    title: { default: common.product, template: `%s · ${common.product}` },
    description: common.tagline,
  };
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const dictionary = await getDictionary();
  if (locale === 'ar') {
    for (const address of arabicFontAddresses) preload(address, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={`${inter.variable} ${interExtended.variable} ${plexArabic.variable}`}
      {...(theme === null ? {} : { 'data-theme': theme })}
      // The theme switch changes the attribute in place, before React has come alive.
      suppressHydrationWarning
    >
      <head>
        {/* Pages are small and come in one piece: a half-read one, whose tables and tool bars still grow, is not shown. */}
        <link rel="expect" href={`#${PAGE_END}`} blocking="render" />
      </head>
      <body>
        <AppShell dictionary={dictionary} locale={locale}>
          {children}
        </AppShell>
      </body>
    </html>
  );
}
