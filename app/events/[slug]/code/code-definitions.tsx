import type { CodeRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';

interface CodeDefinitionsProps {
  readonly codes: readonly CodeRecord[];
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** The part of the codebook that a question rests on, at hand while coding. */
export function CodeDefinitions({ codes, dictionary, locale }: CodeDefinitionsProps) {
  const { unit: words } = dictionary.coding;
  return (
    <details className="disclosure" open>
      <summary>{words.definitions}</summary>
      <dl className="definitions">
        {codes.map((code) => (
          <div key={code.key}>
            <dt>
              <bdi>{code.label[locale]}</bdi>
            </dt>
            <dd>
              <p>
                <bdi>{code.definition[locale]}</bdi>
              </p>
              {code.useWhen[locale] === '' ? null : (
                <p>
                  <strong>{words.useWhen}:</strong> <bdi>{code.useWhen[locale]}</bdi>
                </p>
              )}
              {code.avoidWhen[locale] === '' ? null : (
                <p>
                  <strong>{words.avoidWhen}:</strong> <bdi>{code.avoidWhen[locale]}</bdi>
                </p>
              )}
              {code.examples.length === 0 ? null : (
                <p>
                  <strong>{words.examples}:</strong> <bdi>{code.examples.join(' · ')}</bdi>
                </p>
              )}
              {code.counterExamples.length === 0 ? null : (
                <p>
                  <strong>{words.counterExamples}:</strong> <bdi>{code.counterExamples.join(' · ')}</bdi>
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
