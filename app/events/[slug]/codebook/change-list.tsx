import type { CodebookContent } from '#lib/core/codebook/codebook';
import type { CodebookDiff, CodeChange, VariableChange } from '#lib/core/codebook/diff-codebook';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatList } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

interface ChangeListProps {
  readonly changes: CodebookDiff;
  /** The version after the change, for labels. */
  readonly content: CodebookContent;
  /** Whether each change of wording asks if the meaning stays. */
  readonly asksMeaning?: boolean;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** A change of these fields can be one of wording alone. */
const WORDING: ReadonlySet<string> = new Set(['question', 'definition', 'useWhen', 'avoidWhen']);

function isWording(change: { readonly kind: string; readonly fields: readonly string[] }): boolean {
  return change.kind === 'changed' && change.fields.some((field) => WORDING.has(field));
}

/** What differs from one version to the next, and what that does to the codings. */
export function ChangeList({ changes, content, asksMeaning = false, dictionary, locale }: ChangeListProps) {
  const { codebook: words } = dictionary;
  const changed = changes.variables.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return <p>{words.changes.none}</p>;
  const variableOf = (key: string) => content.variables.find((variable) => variable.key === key);
  const fieldsOf = (change: VariableChange | CodeChange): string =>
    change.fields.length === 0
      ? words.changes.kinds[change.kind]
      : `${words.changes.kinds[change.kind]}: ${formatList(
          locale,
          change.fields.map((field) => words.changes.fields[field]),
        )}`;
  const box = (id: string) => (
    <label className="choice">
      <input type="checkbox" name="same_meaning" value={id} />
      <span>{words.preview.sameMeaning}</span>
    </label>
  );
  const meaningOf = (change: VariableChange | CodeChange) =>
    asksMeaning || change.kind !== 'changed' ? null : (
      <span className="hint"> ({change.meaningChanged ? words.changes.meaning : words.changes.wording})</span>
    );
  return (
    <ul className="change-list">
      {changed.map((change) => (
        <li key={change.variable}>
          <p>
            <strong>{variableOf(change.variable)?.label[locale] ?? change.variable}</strong>{' '}
            {change.fields.length === 0 && change.kind === 'changed' ? null : fieldsOf(change)}
            {isWording(change) ? meaningOf(change) : null}
          </p>
          {asksMeaning && isWording(change) ? box(`${change.variable}/`) : null}
          {change.kind !== 'changed'
            ? null
            : change.codes
                .filter(({ kind }) => kind !== 'same')
                .map((code) => (
                  <div key={code.code} className="stack stack-s">
                    <p>
                      {variableOf(change.variable)?.codes.find(({ key }) => key === code.code)?.label[locale] ?? code.code}:{' '}
                      {fieldsOf(code)}
                      {meaningOf(code)}
                    </p>
                    {asksMeaning && isWording(code) ? box(`${change.variable}/${code.code}`) : null}
                  </div>
                ))}
        </li>
      ))}
    </ul>
  );
}
