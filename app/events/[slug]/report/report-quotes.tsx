import { cutAtWord } from '#lib/core/text/cut-at-word';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import type { Report, ReportQuote } from '#lib/usecases/get-report';
import { Quote } from '../../../_components/quote';
import { StatementByline } from '../../../_components/statement-byline';
import { CampTag, ScoreTag, StanceTag } from '../../../_components/tags';

interface QuoteProps {
  readonly quote: ReportQuote;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  /** Scheme and host of this site: on paper an address stands whole. */
  readonly site: string;
}

/** Where a quote of a report is cut, in characters: some twelve lines, so that one long speech does not fill the report. */
const QUOTE_LENGTH = 900;

function ReportedQuote({ quote: { rules, statement, detail }, dictionary, locale, site }: QuoteProps) {
  const { common, report } = dictionary;
  const { translation } = detail;
  const text = cutAtWord(detail.text, QUOTE_LENGTH);
  const path = `/statements/${encodeURIComponent(statement.id)}`;
  return (
    <li className="report-quote">
      <p className="report-rule">{rules.map((rule) => report.rules[rule]).join(' · ')}</p>
      <Quote
        text={text}
        language={detail.language}
        attribution={detail.attribution}
        citeUrl={detail.source?.url ?? null}
        byline={
          translation === null ? undefined : (
            <p lang={translation.language} dir="auto">
              {cutAtWord(translation.text, QUOTE_LENGTH)} <span lang={locale}>({common.translator[translation.by]})</span>
            </p>
          )
        }
      />
      {text === detail.text ? null : (
        <p className="report-cut">
          {report.cut(Array.from(detail.text).length)}{' '}
          <a href={path}>
            <bdi>{site + path}</bdi>
          </a>
        </p>
      )}
      <StatementByline
        speaker={detail.speaker}
        source={detail.source}
        locator={detail.locator}
        saidOn={detail.saidOn}
        words={common}
        locale={locale}
      >
        <span>{common.attribution[detail.attribution]}</span>
        <StanceTag stance={statement.stance} words={common.stance} />
        <ScoreTag score={{ ...statement, reason: null }} words={common.score} locale={locale} />
        <bdi className="report-id">{statement.id}</bdi>
      </StatementByline>
    </li>
  );
}

/** Quotes of each camp, with the rule that chose each. */
export function ReportQuotes({ camps, dictionary, locale, site }: Pick<Report, 'camps'> & Omit<QuoteProps, 'quote'>) {
  return camps.map(({ camp, n, quotes }) => (
    <section key={camp.slug} aria-labelledby={`quotes-${camp.slug}`}>
      <h3 id={`quotes-${camp.slug}`}>
        <CampTag label={camp.label} language={camp.labelLanguage} order={camp.order} />{' '}
        <span className="figure-n">({dictionary.common.counts.n(n)})</span>
      </h3>
      <ul className="report-quotes">
        {quotes.map((quote) => (
          <ReportedQuote key={quote.statement.id} quote={quote} dictionary={dictionary} locale={locale} site={site} />
        ))}
      </ul>
    </section>
  ));
}
