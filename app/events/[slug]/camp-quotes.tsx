import Link from 'next/link';
import type { ChartCamp, ChartStatement } from '#lib/core/chart-statement';
import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { Dictionary } from '#lib/i18n/dictionary';
import { Byline, Quote } from '../../_components/quote';
import { CampTag, StanceTag } from '../../_components/tags';
import { typicalStatement } from './typical-statement';

interface CampQuotesProps {
  readonly camps: readonly { readonly camp: ChartCamp; readonly statements: readonly ChartStatement[] }[];
  readonly links: ChartLinks;
  readonly dictionary: Dictionary;
}

/** One statement of each camp, and the way to all of them. */
export function CampQuotes({ camps, links, dictionary }: CampQuotesProps) {
  const { common, compare } = dictionary;
  return (
    <section className="section" aria-labelledby="quotes">
      <div className="section-head">
        <h2 id="quotes">{compare.quotesSection}</h2>
        <p>{compare.quotesLead}</p>
      </div>
      <div className="columns">
        {camps.map(({ camp, statements }) => {
          const typical = typicalStatement(statements);
          if (typical === null) return null;
          return (
            <article key={camp.slug} className="camp-quote">
              <h3>
                <CampTag label={camp.label} language={camp.labelLanguage} order={camp.order} />
              </h3>
              <Quote
                text={typical.excerpt}
                language={typical.excerptLanguage}
                attribution={typical.attribution}
                byline={
                  <Byline>
                    <StanceTag stance={typical.stance} words={common.stance} />
                    <span>{common.attribution[typical.attribution]}</span>
                    <Link href={links({ kind: 'statement', id: typical.id }) ?? '#'}>
                      {dictionary.statements.openStatement}
                      <span className="visually-hidden">
                        {': '}
                        <bdi lang={camp.labelLanguage}>{camp.label}</bdi>
                      </span>
                    </Link>
                  </Byline>
                }
              />
              <p>
                <Link href={links({ kind: 'statements', camp: camp.slug }) ?? '#'}>
                  {compare.allOf(camp.label)} ({common.counts.n(statements.length)})
                </Link>
              </p>
            </article>
          );
        })}
      </div>
    </section>
  );
}
