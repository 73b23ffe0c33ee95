import { ADJUDICATION_BASES } from '#lib/core/codebook/methods-paragraph';
import { isolate } from '#lib/core/text/isolate';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { IsolatedText } from './isolated-text';

interface RulingTextProps {
  readonly ruling: {
    readonly basis: string;
    readonly by: string;
    readonly createdAt: string;
    /** Null while it is in force. */
    readonly reopenedAt: string | null;
  };
  /** What the codebook calls the code that was decided. */
  readonly code: string;
  readonly words: Dictionary['adjudicate'];
  readonly locale: Locale;
}

/** What was decided, on which basis, by whom and when; or that it was reopened. */
export function RulingText({ ruling, code, words, locale }: RulingTextProps) {
  const by = isolate(ruling.by);
  const day = (at: string) => formatDate(locale, at.slice(0, 10));
  if (ruling.reopenedAt !== null) return <IsolatedText text={words.reopened(code, by, day(ruling.reopenedAt))} />;
  const basis = ADJUDICATION_BASES.find((known) => known === ruling.basis);
  const reached = basis === undefined ? ruling.basis : words.form.bases[basis];
  return <IsolatedText text={words.ruling(code, reached, by, day(ruling.createdAt))} />;
}
