import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Dictionary } from '#lib/i18n/dictionary';
import { LOCALES, type Locale } from '#lib/i18n/locale';
import packageFile from '../../package.json';
import { BrandMark, MoonIcon, SunIcon } from './icons';
import { KeyboardHelp } from './keyboard-help';
import { ThemeForm } from './theme-form';

interface AppShellProps {
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** The element that closes each page, after all that can be seen. */
export const PAGE_END = 'page-end';

/** What surrounds every page: skip link, masthead with the two switches, the page, and the colophon. */
export function AppShell({ dictionary, locale, children }: AppShellProps) {
  const { common } = dictionary;
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {common.skipToContent}
      </a>
      <header className="masthead">
        <div className="wrap">
          <div className="masthead-bar">
            <Link className="brand" href="/">
              <BrandMark />
              <span lang="en">{common.product}</span>
              <span className="brand-tagline">{common.tagline}</span>
            </Link>
            <div className="masthead-tools">
              <nav className="cluster" aria-label={common.nav.label}>
                <Link className="tool-button" href="/methods">
                  {common.nav.methods}
                </Link>
              </nav>
              <form className="tool-form" method="post" action="/settings/language" aria-label={common.language.label}>
                {LOCALES.filter((other) => other !== locale).map((other) => (
                  <button key={other} className="tool-button" type="submit" name="lang" value={other} lang={other}>
                    {common.language[other]}
                  </button>
                ))}
              </form>
              <ThemeForm label={common.theme.label}>
                <button
                  className="tool-button theme-to-dark"
                  type="submit"
                  name="theme"
                  value="dark"
                  aria-label={common.theme.toDark}
                >
                  <MoonIcon />
                </button>
                <button
                  className="tool-button theme-to-light"
                  type="submit"
                  name="theme"
                  value="light"
                  aria-label={common.theme.toLight}
                >
                  <SunIcon />
                </button>
              </ThemeForm>
              <KeyboardHelp words={common.keyboard} closeLabel={common.actions.close} />
            </div>
          </div>
        </div>
      </header>
      <div>{children}</div>
      <footer className="colophon">
        <div className="wrap">
          <p className="colophon-line">
            <strong>{common.notAPoll}</strong>
            <span>{common.footer.version(packageFile.version)}</span>
            <Link href="/methods">{common.nav.methods}</Link>
          </p>
          <p>{common.footer.licence}</p>
          <ThemeForm label={common.theme.label} className="theme-reset">
            <button className="link-button" type="submit" name="theme" value="system">
              {common.theme.label}: {common.theme.system}
            </button>
          </ThemeForm>
        </div>
      </footer>
      <template id={PAGE_END} />
    </div>
  );
}
