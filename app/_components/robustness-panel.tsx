import type { FactorEffect } from '#lib/core/robustness/headline-robustness';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import type { FoundRobustness } from '#lib/usecases/get-headline-robustness';
import { DataTable } from './data-table';
import { ProgressBar } from './progress-bar';

interface RobustnessPanelProps {
  readonly found: FoundRobustness;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

const CODER = 'coder:';

/** Would the headline survive? In how many ways of counting it keeps its direction, and what turns it where it turns. */
export function RobustnessPanel({ found, event, dictionary, locale }: RobustnessPanelProps) {
  const { robustness: words } = dictionary.reliability;
  const { told, robustness, coders } = found;
  const campName = (slug: string): string => event.camps.find((camp) => camp.slug === slug)?.label[locale] ?? slug;
  const stances: Readonly<Record<string, string>> = dictionary.common.stance;
  const choiceName = ({ factor, level }: FactorEffect): string => {
    switch (factor) {
      case 'judgement':
        return words.levels.judgement(level.startsWith(CODER) ? (coders[level.slice(CODER.length)] ?? level) : level);
      case 'unit':
        return level === 'speaker' || level === 'source' ? words.levels.unit[level] : words.levels.unit.statement;
      case 'duplicates':
        return words.levels.duplicates[level === 'out' ? 'out' : 'in'];
      case 'low_confidence':
        return words.levels.low_confidence[level === 'out' ? 'out' : 'in'];
    }
  };
  const headline = (): string | null => {
    if (told === null) return null;
    const { headline: claim } = told;
    return claim.kind === 'camp_difference'
      ? words.difference(stances[claim.code] ?? claim.code, campName(claim.camps[0]), campName(claim.camps[1]))
      : words.direction(
          campName(claim.camp),
          stances[claim.codes[0]] ?? claim.codes[0],
          stances[claim.codes[1]] ?? claim.codes[1],
        );
  };
  const [driver] = robustness?.drivers ?? [];
  return (
    <section className="section" aria-labelledby="robustness">
      <div className="section-head">
        <h2 id="robustness">{words.heading}</h2>
        <p>{words.lead}</p>
      </div>
      {robustness === null || told === null ? (
        <p>{words.none}</p>
      ) : (
        <div className="stack">
          <p className="robustness-claim">
            <strong>{headline()}.</strong>
          </p>
          <p className="bar-label" aria-hidden="true">
            {words.bar}
          </p>
          <ProgressBar
            label={words.bar}
            done={robustness.kept}
            total={Math.max(1, robustness.comparable)}
            sentence={words.kept(robustness.kept, robustness.comparable)}
          />
          <p>
            {driver === undefined ? words.survives : words.turnedBy(choiceName(driver), driver.lost, driver.pairs)}{' '}
            {robustness.empty === 0 ? '' : words.empty(robustness.empty)}
          </p>
          <details className="disclosure">
            <summary>{words.table}</summary>
            <DataTable
              caption={words.table}
              rows={robustness.factors}
              rowKey={({ factor, level }) => `${factor} ${level}`}
              columns={[
                { key: 'choice', heading: words.choice, cell: (effect) => <bdi>{choiceName(effect)}</bdi> },
                { key: 'alone', heading: words.alone, cell: ({ alone }) => words.outcomes[alone] },
                {
                  key: 'lost',
                  heading: words.lost,
                  cell: ({ lost, pairs }) => dictionary.common.counts.of(lost, pairs),
                  isNumeric: true,
                },
                {
                  key: 'regained',
                  heading: words.regained,
                  cell: ({ regained, pairs }) => dictionary.common.counts.of(regained, pairs),
                  isNumeric: true,
                },
              ]}
            />
          </details>
        </div>
      )}
    </section>
  );
}
