import type { ReactNode } from 'react';
import type { TextRange } from '#lib/core/text/fold-text';
import { directionOfLanguage } from '#lib/i18n/locale';
import { MarkedText } from '../../../_components/marked-text';

interface DifferenceQuoteProps {
  readonly text: string;
  readonly language: string;
  /** What only this text has. */
  readonly own: readonly TextRange[];
  readonly byline: ReactNode;
}

/** A quote in which the words that the other one lacks are marked. */
export function DifferenceQuote({ text, language, own, byline }: DifferenceQuoteProps) {
  return (
    <figure className="quote compact difference-quote">
      <blockquote lang={language} dir={directionOfLanguage(language)}>
        <MarkedText text={text} ranges={own} />
      </blockquote>
      <figcaption>{byline}</figcaption>
    </figure>
  );
}
