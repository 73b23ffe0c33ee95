import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import type { ShownDispute } from '#lib/usecases/get-disputes';
import { Button, LinkButton } from '../../../_components/button';
import { DataTable } from '../../../_components/data-table';
import { Quote } from '../../../_components/quote';
import { RulingText } from '../../../_components/ruling-text';
import { codeLabel } from '../../../code-words';

interface DisputeCardProps {
  readonly dispute: ShownDispute;
  readonly base: string;
  /** Whether it is the one that is being decided on. */
  readonly isOpen: boolean;
  readonly back: string | null;
  /** Name of the reader, where they gave it. */
  readonly name: string | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

const CONFIDENCE = { 1: 'one', 2: 'two', 3: 'three' } as const;

function confidenceWord(confidence: number | null, words: Dictionary['common']['confidence']): string | null {
  return confidence === 1 || confidence === 2 || confidence === 3 ? words[CONFIDENCE[confidence]] : null;
}

/** A statement, and beside each other what every coder said of it and why. */
export function DisputeCard({ dispute, base, isOpen, back, name, dictionary, locale }: DisputeCardProps) {
  const { adjudicate: words, common } = dictionary;
  const { variable, codings, rulings } = dispute;
  const inForce = rulings.find(({ reopenedAt }) => reopenedAt === null);
  const decideHref = `${base}/adjudicate?${new URLSearchParams({
    unit: `${dispute.variableKey}/${dispute.statementId}`,
    ...(back === null ? {} : { back }),
  })}`;
  return (
    <article className="dispute">
      <Quote
        text={dispute.text}
        language={dispute.language}
        attribution={dispute.attribution}
        look={isOpen ? 'plain' : 'compact'}
      />
      {dispute.translation === null || dispute.translationLanguage === null ? null : (
        <Quote text={dispute.translation} language={dispute.translationLanguage} look="secondary" />
      )}
      <p className="hint">
        <a href={`/statements/${encodeURIComponent(dispute.statementId)}`}>{dictionary.statements.openStatement}</a>
      </p>
      <DataTable
        isFitting
        caption={`${words.codings} · ${variable.label[locale]}`}
        rows={codings}
        rowKey={(coding) => coding.id}
        columns={[
          { key: 'coder', heading: words.coder, cell: (coding) => <bdi>{coding.coder}</bdi> },
          { key: 'code', heading: words.code, cell: (coding) => <strong>{codeLabel(variable, coding.code, locale)}</strong> },
          {
            key: 'reason',
            heading: words.reason,
            cell: (coding) => (coding.rationale === null ? null : <bdi className="table-sentence">{coding.rationale}</bdi>),
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
                <span className="hint">{words.version(formatNumber(locale, coding.codebookVersion))}</span>
              </>
            ),
          },
        ]}
      />
      {rulings.map((ruling) => (
        <div key={ruling.id} className="stack stack-s">
          <p>
            <RulingText ruling={ruling} code={codeLabel(variable, ruling.code, locale)} words={words} locale={locale} />
          </p>
          {ruling.cause === null ? null : (
            <p className="hint">
              {words.form.cause}: {words.form.causes[ruling.cause]}
            </p>
          )}
          {ruling.note === null ? null : <p dir="auto">{ruling.note}</p>}
        </div>
      ))}
      {inForce === undefined ? (
        isOpen ? null : (
          <div>
            <LinkButton href={decideHref}>{words.decide}</LinkButton>
          </div>
        )
      ) : (
        <form className="cluster" method="post" action={`${base}/adjudicate/reopen`}>
          <input type="hidden" name="adjudication" value={inForce.id} />
          <label>
            <span className="hint">{words.reopenReason}</span>{' '}
            <input className="input" name="reason" maxLength={2000} dir="auto" />
          </label>
          {name === null ? (
            <label>
              <span className="hint">{words.form.by}</span>{' '}
              <input className="input" name="coder" maxLength={100} dir="auto" autoComplete="nickname" required />
            </label>
          ) : (
            <input type="hidden" name="coder" value={name} />
          )}
          <Button look="quiet">{words.reopen}</Button>
        </form>
      )}
    </article>
  );
}
