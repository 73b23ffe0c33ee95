import type { LastCoding } from '#lib/db/codings';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import { IsolatedText } from '../../../_components/isolated-text';
import { codeWords } from '../../../code-words';

interface UndoFormProps {
  readonly last: LastCoding;
  /** Name of whom the page is for. */
  readonly coder: string;
  readonly event: EventRecord;
  readonly base: string;
  readonly words: Dictionary['coding'];
  readonly locale: Locale;
}

/** Takes back what the coder said last, and says what that was. */
export function UndoForm({ last, coder, event, base, words, locale }: UndoFormProps) {
  const said = codeWords(event, last, locale);
  return (
    <form method="post" action={`${base}/code/undo`} id="undo-form">
      <input type="hidden" name="as" value={coder} />
      <input type="hidden" name="coding" value={last.id} />
      <button type="submit" className="link-button undo">
        <IsolatedText text={words.undo(said.variable, said.code)} />
      </button>
    </form>
  );
}
