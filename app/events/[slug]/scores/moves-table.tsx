import type { ScoreChange } from '#lib/core/rescoring/explain-score-change';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatScore } from '#lib/i18n/format';
import { directionOfLanguage, type Locale } from '#lib/i18n/locale';
import type { ExplainedMove, MoveOrder } from '#lib/usecases/compare-scorer-versions';
import { DataTable } from '../../../_components/data-table';
import { ScoreTag } from '../../../_components/tags';
import { campLabel } from '../statements/filter-labels';

interface MovesTableProps {
  readonly moves: readonly ExplainedMove[];
  readonly event: EventRecord;
  readonly order: MoveOrder;
  readonly hrefOf: (order: MoveOrder) => string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Words that a cell has room for. */
const WORDS_A_CELL = 4;
/** A change of the probability of neutral that is worth a word. */
const TELLING_NEUTRAL = 0.05;

/** Each moved text with both scores and the words that changed most; headings that sort are links. */
export function MovesTable({ moves, event, order, hrefOf, dictionary, locale }: MovesTableProps) {
  const { rescoring: words, common } = dictionary;
  const sorting = (by: MoveOrder, heading: string) => (
    <a href={hrefOf(by)} {...(by === order ? { 'aria-current': 'true' as const } : {})}>
      <span className="visually-hidden">{words.sortBy('')}</span>
      {heading}
    </a>
  );
  return (
    <DataTable
      caption={words.movesCaption}
      rows={moves}
      rowKey={({ statementId, reads }) => `${statementId} ${reads}`}
      columns={[
        {
          key: 'statement',
          heading: words.statement,
          cell: ({ statementId, reads, excerpt, after }) => (
            <>
              <a href={`/statements/${encodeURIComponent(statementId)}#wording`} lang={excerpt?.language}>
                <bdi>{excerpt?.text ?? statementId}</bdi>
              </a>{' '}
              <span className="hint">
                ({words.reads[reads]}, <bdi>{after.language}</bdi>)
              </span>
            </>
          ),
        },
        {
          key: 'camp',
          heading: sorting('camp', words.camp),
          cell: ({ camp }) => (camp === null ? words.noCamp : campLabel(camp, event, dictionary, locale)),
        },
        {
          key: 'before',
          heading: sorting('before', words.earlier),
          cell: ({ before }) => <ScoreTag score={before} words={common.score} locale={locale} />,
        },
        {
          key: 'after',
          heading: sorting('after', words.later),
          cell: ({ after }) => <ScoreTag score={after} words={common.score} locale={locale} />,
        },
        {
          key: 'change',
          heading: sorting('change', words.change),
          isNumeric: true,
          cell: ({ change }) => (change === null ? '–' : <bdi dir="ltr">{formatScore(locale, change)}</bdi>),
        },
        {
          key: 'why',
          heading: words.why,
          cell: (move) => <Why move={move} language={move.after.language} words={words} locale={locale} />,
        },
      ]}
    />
  );
}

interface WhyProps {
  readonly move: ScoreChange;
  readonly language: string;
  readonly words: Dictionary['rescoring'];
  readonly locale: Locale;
}

function Why({ move, language, words, locale }: WhyProps) {
  const named = move.words.slice(0, WORDS_A_CELL);
  const last = named.at(-1);
  const isBaseTelling = Math.abs(move.base) > Math.abs(last?.change ?? 0);
  return (
    <ul className="plain-list">
      {named.map(({ text, change }) => (
        <li key={text}>
          <bdi lang={language} dir={directionOfLanguage(language)}>
            {text}
          </bdi>{' '}
          <bdi dir="ltr">{formatScore(locale, change)}</bdi>
        </li>
      ))}
      {isBaseTelling ? (
        <li>
          {words.whyBase} <bdi dir="ltr">{formatScore(locale, move.base)}</bdi>
        </li>
      ) : null}
      {move.neutral !== null && Math.abs(move.neutral) >= TELLING_NEUTRAL ? (
        <li>{words.whyNeutral(`\u2066${formatScore(locale, move.neutral)}\u2069`)}</li>
      ) : null}
    </ul>
  );
}
