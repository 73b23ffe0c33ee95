import type { Dictionary } from '#lib/i18n/dictionary';
import { IsolatedText } from '../../_components/isolated-text';

interface CompareHeadProps {
  readonly title: string;
  /** The generated finding: the headline of the page; null where there is nothing to find anything in. */
  readonly finding: string | null;
  readonly label: string;
}

/** Event and finding: what a reader takes away who reads nothing else. */
export function CompareHead({ title, finding, label }: CompareHeadProps) {
  return (
    <header className="compare-head">
      <h1>{title}</h1>
      {finding === null ? null : (
        <p className="finding">
          <span className="visually-hidden">{label}: </span>
          <IsolatedText text={finding} />
        </p>
      )}
    </header>
  );
}

interface CompareFactsProps {
  readonly date: string;
  readonly isoDate: string;
  readonly description: string;
  readonly proposition: string;
  readonly counters: { readonly statements: number; readonly sources: number; readonly languages: number };
  readonly words: Dictionary;
}

/** What happened, what the stance is towards, and what was collected. */
export function CompareFacts({ date, isoDate, description, proposition, counters, words }: CompareFactsProps) {
  const { common, compare } = words;
  const { counts } = common;
  return (
    <div className="compare-facts">
      <dl>
        <div>
          <dt>{compare.target}</dt>
          <dd>
            <bdi>{proposition}</bdi>
          </dd>
        </div>
        <div>
          <dt>{compare.happened}</dt>
          <dd>
            <time dateTime={isoDate}>{date}</time>
          </dd>
        </div>
        <div>
          <dt>{compare.collectedLabel}</dt>
          <dd>
            {counters.statements === 0
              ? counts.statements(0)
              : compare.collected(
                  counts.statements(counters.statements),
                  counts.sources(counters.sources),
                  counts.languages(counters.languages),
                )}
          </dd>
        </div>
      </dl>
      <p className="description">{description}</p>
    </div>
  );
}
