import type { Dictionary } from '#lib/i18n/dictionary';
import { IsolatedText } from '../../_components/isolated-text';

interface CompareHeadProps {
  readonly title: string;
  readonly date: string;
  readonly isoDate: string;
  readonly description: string;
  readonly proposition: string;
  /** The generated finding: the headline of the page. */
  readonly finding: string;
  readonly counters: { readonly statements: number; readonly sources: number; readonly languages: number };
  readonly words: Dictionary;
}

/** Event, target and finding: what a reader takes away who reads nothing else. */
export function CompareHead({ title, date, isoDate, description, proposition, finding, counters, words }: CompareHeadProps) {
  const { common, compare } = words;
  const { counts } = common;
  return (
    <header className="compare-head">
      <div className="stack">
        <h1>{title}</h1>
        <p className="finding">
          <span className="visually-hidden">{compare.finding}: </span>
          <IsolatedText text={finding} />
        </p>
        <p className="description">{description}</p>
      </div>
      <dl className="compare-facts">
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
            {compare.collected(
              counts.statements(counters.statements),
              counts.sources(counters.sources),
              counts.languages(counters.languages),
            )}
          </dd>
        </div>
      </dl>
    </header>
  );
}
