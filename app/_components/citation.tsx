import type { Dictionary } from '#lib/i18n/dictionary';
import { CopyButton } from './copy-button';

interface CitationProps {
  readonly words: Dictionary['common'];
  /** When the data last changed, in words; null for an event without a log row. */
  readonly dataAsOf: string | null;
  /** The line to copy. */
  readonly citation: string;
  /** Address of this page as it is now, for print. */
  readonly address: string;
}

/** At the foot of a page with numbers: until when the data go, and the line by which to cite it. */
export function Citation({ words, dataAsOf, citation, address }: CitationProps) {
  return (
    <aside className="citation" aria-label={words.footer.cite}>
      {dataAsOf === null ? null : <p>{words.footer.dataAsOf(dataAsOf)}</p>}
      <details>
        <summary>{words.footer.cite}</summary>
        <div className="stack stack-s">
          <p className="hint">{words.footer.citeHint}</p>
          <p className="citation-line">{citation}</p>
          <CopyButton text={citation} label={words.actions.copy} copiedLabel={words.actions.copied} />
        </div>
      </details>
      <p className="print-only">{words.footer.printed(address)}</p>
    </aside>
  );
}
