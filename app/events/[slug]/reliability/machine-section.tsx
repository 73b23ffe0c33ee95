import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { SENTIMENT_LABELS } from '#lib/core/score';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber, formatScore, languageName } from '#lib/i18n/format';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../../_components/data-table';
import { ConfusionMatrix } from './confusion-matrix';

interface MachineSectionProps {
  readonly agreements: readonly MachineAgreement[];
  /** Texts of the statements on which they are furthest apart, by id. */
  readonly texts: ReadonlyMap<string, { readonly text: string; readonly language: string }>;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** How far the machine's label agrees with the tone that people coded, and where the two are furthest apart. */
export function MachineSection({ agreements, texts, event, dictionary, locale }: MachineSectionProps) {
  const { reliability: words, common } = dictionary;
  const tone = event.codebook.variables.find(({ key }) => key === 'sentiment');
  const toneLabel = (value: number): string =>
    tone?.codes.find((code) => code.value === value)?.label[locale] ?? formatScore(locale, value);
  const labelOf = (code: string): string => {
    const known = SENTIMENT_LABELS.find((label) => label === code);
    return known === undefined ? code : common.score[known];
  };
  const checked = agreements.filter(({ kappa }) => kappa.n > 0);
  return (
    <section className="section" aria-labelledby="machine">
      <div className="section-head">
        <h2 id="machine">{words.machine.heading}</h2>
        <p>{words.machine.lead}</p>
      </div>
      <DataTable
        caption={words.machine.caption}
        rows={agreements}
        rowKey={({ scorer, version, language }) => `${scorer} ${version} ${language}`}
        columns={[
          {
            key: 'scorer',
            heading: words.machine.scorer,
            cell: ({ scorer, version }) => <bdi dir="ltr">{`${scorer} ${version}`}</bdi>,
          },
          { key: 'language', heading: words.machine.language, cell: ({ language }) => languageName(locale, language) },
          {
            key: 'kappa',
            heading: words.pairs.kappa,
            cell: ({ kappa }) =>
              kappa.n === 0 ? (
                words.machine.notChecked
              ) : kappa.kappa === null ? (
                kappa.reason === null ? (
                  '–'
                ) : (
                  words.reasons[kappa.reason]
                )
              ) : (
                <span className="coefficient">
                  {formatCoefficient(locale, kappa.kappa)} {kappa.ci === null ? '' : formatCoefficientInterval(locale, kappa.ci)}
                </span>
              ),
          },
          {
            key: 'agreement',
            heading: words.pairs.agreement,
            cell: ({ agreement }) => (agreement.n === 0 ? '–' : common.counts.of(agreement.agreed, agreement.n)),
            isNumeric: true,
          },
          {
            key: 'unscored',
            heading: words.machine.unscored,
            cell: ({ codedWithoutScore }) => formatNumber(locale, codedWithoutScore),
            isNumeric: true,
          },
          {
            key: 'disputed',
            heading: words.machine.disputed,
            cell: ({ disputed }) => formatNumber(locale, disputed),
            isNumeric: true,
          },
        ]}
      />
      <p>
        <a href={`/events/${encodeURIComponent(event.slug)}/scores`}>{dictionary.rescoring.link}</a>
      </p>
      {checked.map((agreement) => (
        <div key={`${agreement.scorer} ${agreement.version} ${agreement.language}`} className="stack">
          <h3>
            <bdi dir="ltr">{`${agreement.scorer} ${agreement.version}`}</bdi>, {languageName(locale, agreement.language)}
          </h3>
          <ConfusionMatrix
            table={agreement.confusion}
            caption={words.machine.confusion(
              `${agreement.scorer} ${agreement.version}`,
              languageName(locale, agreement.language),
            )}
            corner={words.machine.person}
            labelOf={labelOf}
            locale={locale}
          />
          {agreement.largestDisagreements.length === 0 ? null : (
            <DataTable
              isFitting
              caption={words.machine.largest}
              rows={agreement.largestDisagreements}
              rowKey={({ statementId }) => statementId}
              columns={[
                {
                  key: 'statement',
                  heading: words.machine.statement,
                  cell: ({ statementId }) => (
                    <a href={`/statements/${encodeURIComponent(statementId)}`} lang={texts.get(statementId)?.language}>
                      <bdi>{texts.get(statementId)?.text ?? statementId}</bdi>
                    </a>
                  ),
                },
                { key: 'person', heading: words.machine.person, cell: ({ human }) => toneLabel(human) },
                {
                  key: 'machine',
                  heading: words.machine.machine,
                  cell: ({ score, label }) => (
                    <>
                      <bdi dir="ltr">{formatScore(locale, score)}</bdi> {common.score[label]}
                    </>
                  ),
                },
              ]}
            />
          )}
        </div>
      ))}
    </section>
  );
}
