import { Children, type ReactNode } from 'react';
import type { Attribution } from '#lib/core/stance';
import type { TextRange } from '#lib/core/text/fold-text';
import { directionOfLanguage } from '#lib/i18n/locale';
import { MarkedText } from './marked-text';

interface QuoteProps {
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** Only words that stand in quotation marks in the source are set in quotation marks here. */
  readonly attribution?: Attribution;
  /** Address of the source. */
  readonly citeUrl?: string | null;
  readonly look?: 'hero' | 'plain' | 'compact' | 'secondary';
  /** What a search found in the text, marked. */
  readonly hits?: readonly TextRange[];
  /** Who, where and when, under the quote. */
  readonly byline?: ReactNode;
}

/** A statement in its own language and direction. The quote is the hero of every page that shows one. */
export function Quote({ text, language, attribution, citeUrl = null, look = 'plain', hits = [], byline }: QuoteProps) {
  const isVerbatim = attribution === 'direct' || attribution === 'slogan';
  const isReported = attribution === 'reported' || attribution === 'paraphrase';
  const classes = ['quote', look === 'plain' ? '' : look, isVerbatim ? 'verbatim' : '', isReported ? 'reported' : ''];
  return (
    <figure className={classes.filter((name) => name !== '').join(' ')}>
      <blockquote lang={language} dir={directionOfLanguage(language)} {...(citeUrl === null ? {} : { cite: citeUrl })}>
        <MarkedText text={text} ranges={hits} />
      </blockquote>
      {byline === undefined ? null : <figcaption>{byline}</figcaption>}
    </figure>
  );
}

interface BylineProps {
  readonly children: ReactNode;
}

/** One line of facts about a statement; its parts are set apart by dots. */
export function Byline({ children }: BylineProps) {
  return (
    <div className="byline">
      {Children.toArray(children).map((part, position) => (
        // The dot stands outside of the part: inside a name of the other direction it would jump to the name's far side.
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places
        <span key={position}>{part}</span>
      ))}
    </div>
  );
}
