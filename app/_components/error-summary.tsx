import type { Ref } from 'react';

/** One thing to mend, and the field that it stands in. */
interface SummaryError {
  readonly field: string;
  readonly label: string;
  readonly sentence: string;
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly SummaryError[];
  readonly ref?: Ref<HTMLElement>;
}

/** What has to be mended, at the top of the form, each line leading to its field. */
export function ErrorSummary({ title, errors, ref }: ErrorSummaryProps) {
  return (
    <section className="error-summary" aria-labelledby="error-summary-title" tabIndex={-1} ref={ref} role="alert">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.sentence}`}>
            <a href={`#${error.field}`}>
              {error.label}: {error.sentence}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
