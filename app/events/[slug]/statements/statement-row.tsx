import Link from 'next/link';
import { markHits } from '#lib/core/search/mark-hits';
import type { EventRecord } from '#lib/db/events';
import type { ListedStatement } from '#lib/db/statement-list';
import type { Dictionary } from '#lib/i18n/dictionary';
import { languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { Quote } from '../../../_components/quote';
import { StatementByline } from '../../../_components/statement-byline';
import { CampTag, ScoreTag, StanceTag } from '../../../_components/tags';
import { campLabel } from './filter-labels';

interface StatementRowProps {
  readonly statement: ListedStatement;
  readonly event: EventRecord;
  /** What was searched for; its hits are marked in the text and its translation. */
  readonly query: string | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Whether two tags name the same language, whatever the region. */
function isSameLanguage(a: string, b: string): boolean {
  return a.split('-')[0] === b.split('-')[0];
}

/** One statement of a list: the quote, and beside it what people coded and what the machine scored. */
export function StatementRow({ statement, event, query, dictionary, locale }: StatementRowProps) {
  const { common, statements } = dictionary;
  const { translation } = statement;
  const camp = event.camps.find((candidate) => candidate.slug === statement.camp);
  // A translation is for those who do not read the original.
  const hitsIn = (text: string) => (query === null ? [] : markHits(text, query));
  const translationHits = translation === null ? [] : hitsIn(translation.text);
  // A translation in which alone the words were found says why the statement is here.
  const isTranslationShown = translation !== null && (translationHits.length > 0 || !isSameLanguage(statement.language, locale));
  return (
    <article className="statement-row">
      <div className="stack stack-s">
        <Quote
          text={statement.text}
          language={statement.language}
          attribution={statement.attribution}
          citeUrl={statement.source?.url ?? null}
          look="compact"
          hits={hitsIn(statement.text)}
        />
        {isTranslationShown ? (
          <Quote
            text={translation.text}
            language={translation.language}
            look="secondary"
            hits={translationHits}
            byline={`${languageName(locale, translation.language)}: ${common.translator[translation.by]}`}
          />
        ) : null}
        <StatementByline
          speaker={statement.speaker}
          source={statement.source}
          locator={statement.locator}
          saidOn={statement.saidOn}
          words={common}
          locale={locale}
        >
          <span>{common.attribution[statement.attribution]}</span>
          <Link href={`/statements/${encodeURIComponent(statement.id)}`}>
            {statements.openStatement}
            <span className="visually-hidden">
              {': '}
              <bdi lang={statement.language}>{statement.text.slice(0, EXCERPT)}</bdi>
            </span>
          </Link>
        </StatementByline>
      </div>
      <dl className="row-facts">
        <div>
          <dt className="visually-hidden">{common.campLabel}</dt>
          <dd>
            <CampTag label={campLabel(statement.camp, event, dictionary, locale)} language={locale} order={camp?.order ?? null} />
          </dd>
        </div>
        <div>
          <dt className="visually-hidden">{common.stanceLabel}</dt>
          <dd>
            <StanceTag stance={statement.stance} words={common.stance} />
          </dd>
        </div>
        <div>
          <dt className="visually-hidden">{common.score.label}</dt>
          <dd>
            <ScoreTag score={statement} words={common.score} locale={locale} />
          </dd>
        </div>
      </dl>
    </article>
  );
}

/** Enough of a quote to tell its link from the others in a list of links. */
const EXCERPT = 60;
