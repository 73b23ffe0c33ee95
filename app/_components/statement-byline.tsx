import type { ReactNode } from 'react';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { Byline } from './quote';

interface StatementBylineProps {
  readonly speaker: { readonly name: string | null; readonly risk?: string } | null;
  readonly source: { readonly outlet: string | null; readonly title: string | null; readonly url: string | null } | null;
  readonly locator: string | null;
  readonly saidOn: string | null;
  /** More parts at the end of the line, such as a link. */
  readonly children?: ReactNode;
  readonly words: Dictionary['common'];
  readonly locale: Locale;
}

/** Name of a source as it is known: outlet and title, else its address. */
export function sourceName(source: StatementBylineProps['source']): string | null {
  if (source === null) return null;
  const named = [source.outlet, source.title].filter((part) => part !== null);
  return named.length > 0 ? named.join(': ') : source.url;
}

/** Who said it, where it stands, and when: one line under a quote. What is not known is said or left out, never guessed. */
export function StatementByline({ speaker, source, locator, saidOn, words, locale, children }: StatementBylineProps) {
  const from = sourceName(source);
  return (
    <Byline>
      <bdi>{speaker?.name ?? words.quote.speakerUnnamed}</bdi>
      {from === null ? null : source?.url == null ? (
        <cite>
          <bdi>{from}</bdi>
        </cite>
      ) : (
        <cite>
          <a href={source.url} rel="external noreferrer">
            <bdi>{from}</bdi>
          </a>
        </cite>
      )}
      {locator === null ? null : <bdi>{locator}</bdi>}
      {saidOn === null ? <span>{words.quote.undated}</span> : <time dateTime={saidOn}>{formatDate(locale, saidOn)}</time>}
      {children}
    </Byline>
  );
}
