import { RESOLVED_STANCES, type ResolvedStance } from '#lib/core/stance';
import type { EventRecord } from '#lib/db/events';
import type { CodingRecord, StatementDetail } from '#lib/db/statement-detail';
import { agreementSentence } from '#lib/i18n/agreement-sentence';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import type { AgreementMarks } from '#lib/usecases/get-agreement-marks';
import { DataTable } from '../../_components/data-table';
import { RulingText } from '../../_components/ruling-text';
import { StanceTag } from '../../_components/tags';
import { codeWords } from '../../code-words';

interface CodingsSectionProps {
  readonly statement: StatementDetail;
  /** Keys of the variables whose codings are kept from a reader who codes. */
  readonly hidden: readonly string[];
  /** How far coders agree on each variable. */
  readonly marks: AgreementMarks;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** A resolved code as a stance; a code that is none of the product's own is shown as "not coded". */
function asStance(code: string | undefined): ResolvedStance {
  return RESOLVED_STANCES.find((known) => known === code) ?? 'uncoded';
}

/** Where the speaker stands, as people coded it: the resolved code for each target, and every coding behind it. */
export function CodingsSection({ statement, hidden, marks, event, dictionary, locale }: CodingsSectionProps) {
  const { common, statement: words } = dictionary;
  const named = (coded: Pick<CodingRecord, 'variableKey' | 'code'>) => codeWords(event, coded, locale);
  return (
    <section className="section" aria-labelledby="stance">
      <h2 id="stance">{words.stanceHeading}</h2>
      <dl className="facts">
        {event.targets.map((target) => {
          const resolved = statement.resolved[`stance.${target.slug}`];
          const mark = marks[`stance.${target.slug}`];
          // Where one person coded everything, the basis of the code says so already.
          const agreement =
            resolved === undefined || mark === undefined || mark.band === 'one_coder'
              ? null
              : agreementSentence(dictionary.reliability, locale, mark);
          const basis = Object.entries(words.basis).find(([known]) => known === resolved?.basis)?.[1];
          return (
            <div key={target.slug}>
              <dt>
                {words.stanceTowards}: <bdi>{target.proposition[locale]}</bdi>
              </dt>
              <dd className="resolved-stance">
                {hidden.includes(`stance.${target.slug}`) ? (
                  <span className="hint">{dictionary.coding.session.untilCoded}</span>
                ) : (
                  <StanceTag stance={asStance(resolved?.code)} words={common.stance} />
                )}
                {basis === undefined ? null : <span className="hint">{basis}</span>}
              </dd>
              {agreement === null ? null : (
                <dd className="hint">{dictionary.compare.agreement(dictionary.compare.agreementOf.stance, agreement)}</dd>
              )}
            </div>
          );
        })}
      </dl>
      {statement.codings.length === 0 ? (
        <p className="hint">{hidden.length > 0 ? dictionary.coding.session.untilCoded : words.noCodings}</p>
      ) : (
        <DataTable
          caption={words.codingsCaption}
          rows={statement.codings}
          rowKey={(coding) => coding.id}
          columns={[
            {
              key: 'variable',
              heading: words.variable,
              cell: (coding) => named(coding).variable,
            },
            {
              key: 'code',
              heading: words.code,
              cell: (coding) => (coding.withdrawnAt === null ? named(coding).code : `${named(coding).code} (${words.withdrawn})`),
            },
            { key: 'coder', heading: words.coder, cell: (coding) => <bdi>{coding.coder.name}</bdi> },
            {
              key: 'why',
              heading: words.why,
              isProse: true,
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
      {statement.adjudications.map((ruling) => {
        const { variable, code } = named(ruling);
        return (
          <div key={ruling.id} className="stack stack-s">
            <p>
              <bdi>{variable}</bdi> · <RulingText ruling={ruling} code={code} words={dictionary.adjudicate} locale={locale} />
            </p>
            {ruling.note === null ? null : (
              <p className="hint" dir="auto">
                {ruling.note}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}

function confidenceWord(confidence: number | null, words: Dictionary['common']['confidence']): string | null {
  if (confidence === 1) return words.one;
  if (confidence === 2) return words.two;
  return confidence === 3 ? words.three : null;
}
