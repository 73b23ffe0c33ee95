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
}

function ReportedQuote({ quote: { rules, statement, detail }, dictionary, locale }: QuoteProps) {
  const { common, report } = dictionary;
  const { translation } = detail;
  return (
    <li className="report-quote">
      <p className="report-rule">{rules.map((rule) => report.rules[rule]).join(' · ')}</p>
      <Quote
        text={detail.text}
        language={detail.language}
        attribution={detail.attribution}
        citeUrl={detail.source?.url ?? null}
        byline={
          translation === null ? undefined : (
            <p lang={translation.language} dir="auto">
              {translation.text} <span lang={locale}>({common.translator[translation.by]})</span>
            </p>
          )
        }
      />
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
export function ReportQuotes({ camps, dictionary, locale }: Pick<Report, 'camps'> & Omit<QuoteProps, 'quote'>) {
  return camps.map(({ camp, n, quotes }) => (
    <section key={camp.slug} aria-labelledby={`quotes-${camp.slug}`}>
      <h3 id={`quotes-${camp.slug}`}>
        <CampTag label={camp.label} language={camp.labelLanguage} order={camp.order} />{' '}
        <span className="figure-n">({dictionary.common.counts.n(n)})</span>
      </h3>
      <ul className="report-quotes">
        {quotes.map((quote) => (
          <ReportedQuote key={quote.statement.id} quote={quote} dictionary={dictionary} locale={locale} />
        ))}
      </ul>
    </section>
  ));
}
