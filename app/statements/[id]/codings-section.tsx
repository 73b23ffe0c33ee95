import { RESOLVED_STANCES, type ResolvedStance } from '#lib/core/stance';
import type { EventRecord, VariableRecord } from '#lib/db/events';
import type { CodingRecord, StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../_components/data-table';
import { StanceTag } from '../../_components/tags';

interface CodingsSectionProps {
  readonly statement: StatementDetail;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** A resolved code as a stance; a code that is none of the product's own is shown as "not coded". */
function asStance(code: string | undefined): ResolvedStance {
  return RESOLVED_STANCES.find((known) => known === code) ?? 'uncoded';
}

/** Where the speaker stands, as people coded it: the resolved code for each target, and every coding behind it. */
export function CodingsSection({ statement, event, dictionary, locale }: CodingsSectionProps) {
  const { common, statement: words } = dictionary;
  const variable = (key: string): VariableRecord | undefined => event.codebook.variables.find((known) => known.key === key);
  const codeLabel = (coding: CodingRecord): string =>
    variable(coding.variableKey)?.codes.find((code) => code.key === coding.code)?.label[locale] ?? coding.code;
  return (
    <section className="section" aria-labelledby="stance">
      <h2 id="stance">{words.stanceHeading}</h2>
      <dl className="facts">
        {event.targets.map((target) => {
          const resolved = statement.resolved[`stance.${target.slug}`];
          const basis = Object.entries(words.basis).find(([known]) => known === resolved?.basis)?.[1];
          return (
            <div key={target.slug}>
              <dt>
                {words.stanceTowards}: <bdi>{target.proposition[locale]}</bdi>
              </dt>
              <dd className="resolved-stance">
                <StanceTag stance={asStance(resolved?.code)} words={common.stance} />
                {basis === undefined ? null : <span className="hint">{basis}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      {statement.codings.length === 0 ? (
        <p className="hint">{words.noCodings}</p>
      ) : (
        <DataTable
          caption={words.codingsCaption}
          rows={statement.codings}
          rowKey={(coding) => coding.id}
          columns={[
            {
              key: 'variable',
              heading: words.variable,
              cell: (coding) => variable(coding.variableKey)?.label[locale] ?? coding.variableKey,
            },
            {
              key: 'code',
              heading: words.code,
              cell: (coding) => (coding.withdrawnAt === null ? codeLabel(coding) : `${codeLabel(coding)} (${words.withdrawn})`),
            },
            { key: 'coder', heading: words.coder, cell: (coding) => <bdi>{coding.coder.name}</bdi> },
            {
              key: 'why',
              heading: words.why,
              cell: (coding) => (coding.rationale === null ? null : <bdi>{coding.rationale}</bdi>),
            },
            {
              key: 'confidence',
              heading: words.confidence,
              cell: (coding) => confidenceWord(coding.confidence, common.confidence),
            },
            {
              key: 'when',
              heading: words.when,
              cell: (coding) => (
                <>
                  <time dateTime={coding.createdAt}>{formatMoment(locale, new Date(coding.createdAt))}</time>
                  <br />
                  <span className="hint">
                    {words.codebookVersion} {words.codebookVersionValue(formatNumber(locale, coding.codebookVersion))}
                  </span>
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function confidenceWord(confidence: number | null, words: Dictionary['common']['confidence']): string | null {
  if (confidence === 1) return words.one;
  if (confidence === 2) return words.two;
  return confidence === 3 ? words.three : null;
}
