import Link from 'next/link';
import type { StatementDetail } from '#lib/db/statement-detail';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { SimilarStatement } from '#lib/usecases/find-similar-statements';
import { Quote } from '../../_components/quote';

interface SimilarSectionProps {
  readonly statement: StatementDetail;
  readonly similar: readonly SimilarStatement[];
  readonly dictionary: Dictionary;
}

/** Statements whose wording is close, for a person to judge; nothing at all where there are none. */
export function SimilarSection({ statement, similar, dictionary }: SimilarSectionProps) {
  const { statement: words } = dictionary;
  const { duplicateOfId } = statement;
  if (similar.length === 0 && duplicateOfId === null) return null;
  return (
    <section className="section" aria-labelledby="similar">
      <h2 id="similar">{words.duplicatesHeading}</h2>
      {duplicateOfId === null ? null : (
        <p>
          {words.duplicateOf} <Link href={`/statements/${encodeURIComponent(duplicateOfId)}`}>{words.openOther}</Link>
        </p>
      )}
      <ul className="statement-list">
        {similar.map((other) => (
          <li key={other.id} className="statement-row">
            <Quote
              text={other.excerpt}
              language={other.language}
              look="compact"
              byline={
                <Link href={`/statements/${encodeURIComponent(other.id)}`}>
                  {words.openOther}
                  <span className="visually-hidden">
                    {': '}
                    <bdi lang={other.language}>{other.excerpt.slice(0, EXCERPT)}</bdi>
                  </span>
                </Link>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Enough of a quote to tell its link from the others. */
const EXCERPT = 60;
