import { REASON_MAX } from '#lib/core/change-note';
import { STATEMENT_LIMITS } from '#lib/core/statement/statement-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import { TextField } from '../../../_components/field';

interface NoteFieldsProps {
  readonly words: Dictionary['edit'];
  /** Ids of the two fields: a page with several forms needs them apart. */
  readonly ids: { readonly by: string; readonly reason: string };
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
}

/** Who and why: what the log asks of every change. */
export function NoteFields({ words, ids, values, errors }: NoteFieldsProps) {
  return (
    <div className="form-row">
      <TextField
        name={ids.by}
        label={words.by}
        hint={words.byHint}
        error={errors.get(ids.by)}
        defaultValue={values[ids.by] ?? ''}
        maxLength={STATEMENT_LIMITS.coder}
        autoComplete="nickname"
        aria-required
      />
      <TextField
        name={ids.reason}
        label={words.reason}
        hint={words.reasonHint}
        error={errors.get(ids.reason)}
        defaultValue={values[ids.reason] ?? ''}
        maxLength={REASON_MAX}
        aria-required
      />
    </div>
  );
}
