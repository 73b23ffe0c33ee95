import Link from 'next/link';
import type { CodeUsage } from '#lib/db/codebooks';
import type { CodeRecord, EventRecord, VariableRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

interface VariableSectionProps {
  readonly variable: VariableRecord;
  readonly event: EventRecord;
  readonly usage: readonly CodeUsage[];
  /** Some codings may be missing in the usage: that a code has none is not said then. */
  readonly isBlind: boolean;
  /** Null for a version that is not the newest. */
  readonly editBase: string | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** A variable with its question and all its codes. */
export function VariableSection({ variable, event, usage, isBlind, editBase, dictionary, locale }: VariableSectionProps) {
  const { codebook: words } = dictionary;
  const target = event.targets.find(({ id }) => id === variable.targetId);
  return (
    <section className="section" aria-labelledby={`variable-${variable.key}`}>
      <div className="stack stack-s codebook-head">
        <h2 id={`variable-${variable.key}`}>
          {variable.label[locale]} <code dir="ltr">{variable.key}</code>
        </h2>
        <p>
          <bdi>{variable.question[locale]}</bdi>
        </p>
        <p className="hint">
          {words.levels[variable.level]}
          {target === undefined ? null : (
            <>
              {' · '}
              {words.target}: <bdi>{target.proposition[locale]}</bdi>
            </>
          )}
        </p>
      </div>
      <div>
        {variable.codes.map((code) => (
          <CodeEntry
            key={code.key}
            code={code}
            variable={variable}
            use={usage.find((each) => each.code === code.key)}
            isBlind={isBlind}
            editHref={editBase === null ? null : `${editBase}?code=${encodeURIComponent(`${variable.key}/${code.key}`)}`}
            dictionary={dictionary}
            locale={locale}
          />
        ))}
      </div>
    </section>
  );
}

interface CodeEntryProps {
  readonly code: CodeRecord;
  readonly variable: VariableRecord;
  readonly use: CodeUsage | undefined;
  readonly isBlind: boolean;
  readonly editHref: string | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

function CodeEntry({ code, variable, use, isBlind, editHref, dictionary, locale }: CodeEntryProps) {
  const { codebook: words, common } = dictionary;
  const heir = variable.codes.find(({ key }) => key === code.supersededBy);
  const parts: readonly (readonly [string, string])[] = [
    [words.definition, code.definition[locale]],
    [words.useWhen, code.useWhen[locale]],
    [words.avoidWhen, code.avoidWhen[locale]],
  ];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [words.examples, code.examples],
    [words.counterExamples, code.counterExamples],
  ];
  return (
    <article className="codebook-code" id={`code-${variable.key}-${code.key}`}>
      <h3>
        <bdi>{code.label[locale]}</bdi> <code dir="ltr">{code.key}</code>
        {code.value === null ? null : (
          <>
            {' '}
            <bdi className="hint">{formatNumber(locale, code.value)}</bdi>
          </>
        )}
      </h3>
      {code.supersededBy === null ? null : <p>{words.supersededBy(heir?.label[locale] ?? code.supersededBy)}</p>}
      <dl>
        {parts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        {lists
          .filter(([, entries]) => entries.length > 0)
          .map(([name, entries]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <ul>
                  {entries.map((entry) => (
                    <li key={entry}>
                      <bdi>{entry}</bdi>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
      <p className="hint">
        {use === undefined || use.codings === 0 ? (isBlind ? words.untold : words.unused) : words.used(use.codings)}
        {use === undefined || use.stale === 0 ? null : ` · ${words.stale(use.stale)}`}
        {editHref === null ? null : (
          <>
            {' · '}
            <Link href={editHref} aria-label={`${common.actions.edit}: ${code.label[locale]}`}>
              {common.actions.edit}
            </Link>
          </>
        )}
      </p>
    </article>
  );
}
