import type { ReactNode } from 'react';
import type { StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate, formatMoment, languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { sourceName } from '../../_components/statement-byline';

interface FactsSectionProps {
  readonly statement: StatementDetail;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

function WebLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} rel="external noreferrer">
      <bdi>{children}</bdi>
    </a>
  );
}

/** What is known of a statement beside its words. What is not known is left out. */
export function FactsSection({ statement, dictionary, locale }: FactsSectionProps) {
  const { common, statement: words } = dictionary;
  const { source, speaker, slogan } = statement;
  const facts: readonly { readonly name: string; readonly fact: ReactNode }[] = [
    { name: words.speaker, fact: speakerFact(statement, common) },
    {
      name: words.attribution,
      fact: `${common.attribution[statement.attribution]}: ${common.attributionHint[statement.attribution]}`,
    },
    { name: words.said, fact: statement.saidOn === null ? common.quote.undated : formatDate(locale, statement.saidOn) },
    {
      name: words.source,
      fact: source?.url == null ? sourceFact(source) : <WebLink href={source.url}>{sourceName(source)}</WebLink>,
    },
    { name: words.place, fact: statement.locator === null ? null : <bdi>{statement.locator}</bdi> },
    { name: words.published, fact: source?.publishedOn == null ? null : formatDate(locale, source.publishedOn) },
    {
      name: words.archive,
      fact: source?.archiveUrl == null ? null : <WebLink href={source.archiveUrl}>{source.archiveUrl}</WebLink>,
    },
    { name: words.language, fact: languageName(locale, statement.language) },
    { name: words.slogan, fact: slogan === null ? null : sloganFact(slogan) },
    {
      name: words.addedOn,
      fact: <time dateTime={statement.createdAt}>{formatMoment(locale, new Date(statement.createdAt))}</time>,
    },
  ];
  return (
    <section className="section" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <dl className="facts">
        {facts.map(({ name, fact }) =>
          fact === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
        )}
      </dl>
      {speaker?.risk === 'protected' ? <p className="hint">{common.risk.protected}</p> : null}
    </section>
  );
}

function speakerFact({ speaker }: StatementDetail, common: Dictionary['common']): ReactNode {
  if (speaker === null) return common.quote.speakerUnnamed;
  if (speaker.name !== null) return <bdi>{speaker.name}</bdi>;
  return speaker.risk === 'protected' || speaker.risk === 'vulnerable'
    ? common.quote.speakerProtected
    : common.quote.speakerUnnamed;
}

/** The source's name; where it has none, our note about it, which may be in another language than the page. */
function sourceFact(source: StatementDetail['source']): ReactNode {
  const name = sourceName(source);
  if (name !== null) return <bdi>{name}</bdi>;
  return source === null || source.note === null ? null : <p dir="auto">{source.note}</p>;
}

function sloganFact(slogan: { readonly name: string; readonly canonical: string; readonly gloss: string | null }): ReactNode {
  return (
    <>
      <p dir="auto">{slogan.canonical}</p>
      {slogan.gloss === null ? null : (
        <p className="hint" dir="auto">
          {slogan.gloss}
        </p>
      )}
    </>
  );
}
