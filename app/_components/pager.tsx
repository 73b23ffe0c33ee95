import { LinkButton } from './button';

interface PagerProps {
  readonly words: { readonly label: string; readonly next: string; readonly first: string };
  /** Such as "1 to 50 of 812". */
  readonly range: string;
  /** Null on the first page. */
  readonly firstHref: string | null;
  /** Null on the last page. */
  readonly nextHref: string | null;
}

/** Onward through a long list; the way back is the browser's own. */
export function Pager({ words, range, firstHref, nextHref }: PagerProps) {
  if (firstHref === null && nextHref === null) return null;
  return (
    <nav className="pager" aria-label={words.label}>
      <span>{range}</span>
      {firstHref === null ? null : (
        <LinkButton href={firstHref} look="quiet">
          {words.first}
        </LinkButton>
      )}
      {nextHref === null ? null : <LinkButton href={nextHref}>{words.next}</LinkButton>}
    </nav>
  );
}
