import type { EventRecord } from '#lib/db/events';
import type { StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import { languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { Quote } from '../../_components/quote';
import { StatementByline } from '../../_components/statement-byline';
import { CampTag } from '../../_components/tags';
import { campLabel } from '../../events/[slug]/statements/filter-labels';

interface QuoteSectionProps {
  readonly statement: StatementDetail;
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** The statement itself: original and translation side by side, and who said it. The quote stands for the heading. */
export function QuoteSection({ statement, event, dictionary, locale }: QuoteSectionProps) {
  const { common, statement: words } = dictionary;
  const campCode = statement.resolved['camp']?.code ?? 'uncoded';
  const camp = event.camps.find((candidate) => candidate.slug === campCode);
  const { translation } = statement;
  return (
    <section className="statement-quote">
      <h1 className="visually-hidden">{words.heading}</h1>
      <p>
        <CampTag label={campLabel(campCode, event, dictionary, locale)} language={locale} order={camp?.order ?? null} />
      </p>
      <div className={translation === null ? 'stack' : 'quote-pair'}>
        <div className="stack stack-s">
          <p className="hint">
            {words.originalHeading(languageName(locale, statement.language))} · {common.attribution[statement.attribution]}
          </p>
          <Quote
            text={statement.text}
            language={statement.language}
            attribution={statement.attribution}
            citeUrl={statement.source?.url ?? null}
            look="hero"
          />
        </div>
        {translation === null ? null : (
          <div className="stack stack-s">
            <p className="hint">
              {words.translationHeading(languageName(locale, translation.language))} · {common.translator[translation.by]}
            </p>
            <Quote text={translation.text} language={translation.language} />
          </div>
        )}
      </div>
      <StatementByline
        speaker={statement.speaker}
        source={statement.source}
        locator={statement.locator}
        saidOn={statement.saidOn}
        words={common}
        locale={locale}
      />
    </section>
  );
}
