import type { ReactNode } from 'react';
import type { TextRange } from '#lib/core/text/fold-text';
import { directionOfLanguage } from '#lib/i18n/locale';

interface DifferenceQuoteProps {
  readonly text: string;
  readonly language: string;
  /** What only this text has. */
  readonly own: readonly TextRange[];
  readonly byline: ReactNode;
}

/** A quote in which the words that the other one lacks are marked. */
export function DifferenceQuote({ text, language, own, byline }: DifferenceQuoteProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of own) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <figure className="quote compact difference-quote">
      <blockquote lang={language} dir={directionOfLanguage(language)}>
        {parts}
      </blockquote>
      <figcaption>{byline}</figcaption>
    </figure>
  );
}
