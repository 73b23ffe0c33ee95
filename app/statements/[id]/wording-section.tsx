import { findScorerAgreement } from '#lib/core/reliability/find-scorer-agreement';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import type { TextScore } from '#lib/core/score';
import { isolate } from '#lib/core/text/isolate';
import type { ScoreRecord, StatementDetail } from '#lib/db/statement-detail';
import { scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatPercent } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import type { Evaluation } from '#lib/usecases/get-evaluation';
import type { OwnWords } from '#lib/usecases/score-own-words';
import { EvidenceList, EvidenceText } from '../../_components/evidence-text';
import { Notice } from '../../_components/notice';
import { ScoreTag } from '../../_components/tags';

interface WordingSectionProps {
  readonly statement: StatementDetail;
  /** How far each scorer agrees with the project's coders. */
  readonly agreements: readonly MachineAgreement[];
  /** How right two readings of one text were where that was measured. */
  readonly measured: Evaluation['readings'][number] | undefined;
  /** Readings without quoted words, by the id of the reading of the whole. */
  readonly ownWords: OwnWords;
  /** Whether the scores are kept from a reader who codes. */
  readonly isHidden: boolean;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** What the machine made of the words: each text that it read, the words that moved the score, and the same as a list. */
export function WordingSection({ statement, agreements, measured, ownWords, isHidden, dictionary, locale }: WordingSectionProps) {
  const { common, statement: words } = dictionary;
  const scores = statement.scores.filter((score) => score.current).sort((a, b) => (a.reads < b.reads ? -1 : 1));
  const isReadTwice = scores.filter(({ score }) => score !== null).length > 1;
  const percent = (share: number): string => formatPercent(locale, share);
  const textOf = (score: ScoreRecord): string =>
    score.reads === 'original' ? statement.text : (statement.translation?.text ?? '');
  return (
    <section className="section" aria-labelledby="wording">
      <div className="section-head">
        <h2 id="wording">{words.wordingHeading}</h2>
        <p>{words.wordingLead}</p>
      </div>
      {statement.readingsDiffer ? (
        <Notice>
          <p>{words.readingsDiffer}</p>
          {measured === undefined ? null : (
            <p className="hint">
              {words.rightApart(percent(measured.rightOriginal), percent(measured.rightTranslation), measured.n)}
            </p>
          )}
        </Notice>
      ) : isReadTwice ? (
        <p>
          {words.readingsAgree}{' '}
          {measured === undefined ? null : (
            <span className="hint">{words.rightAlike(percent(measured.rightAgreeing), measured.n)}</span>
          )}
        </p>
      ) : null}
      <div className={scores.length === 2 ? 'columns' : undefined}>
        {scores.map((score) => (
          <div key={score.id} className="stack reading">
            <h3>
              {words.wordingOf[score.reads]} <ScoreTag score={score} words={common.score} locale={locale} />
            </h3>
            {score.score === null ? null : (
              <>
                <EvidenceText text={textOf(score)} language={score.language} evidence={score.evidence} />
                <EvidenceList score={score} words={common} locale={locale} />
                <OwnWordsLine score={ownWords.get(score.id)} dictionary={dictionary} locale={locale} />
                <p className="hint">
                  {dictionary.compare.scorers(
                    isolate(score.scorer),
                    scorerAgreementSentence(dictionary.reliability, locale, findScorerAgreement(agreements, score)),
                  )}
                </p>
              </>
            )}
          </div>
        ))}
      </div>
      {scores.length === 0 ? null : (
        <p>
          <a href={`/events/${encodeURIComponent(statement.event.slug)}/scores`}>{dictionary.rescoring.link}</a>
        </p>
      )}
      {isHidden ? <p className="hint">{dictionary.coding.session.untilCoded}</p> : null}
    </section>
  );
}

interface OwnWordsLineProps {
  readonly score: TextScore | undefined;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** What is left of the score without the words in quotation marks, which may be somebody else's. */
function OwnWordsLine({ score, dictionary, locale }: OwnWordsLineProps) {
  if (score === undefined) return null;
  return (
    <p>
      {dictionary.statement.withoutQuoted} <ScoreTag score={score} words={dictionary.common.score} locale={locale} />
    </p>
  );
}
