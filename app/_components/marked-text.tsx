import type { ReactNode } from 'react';
import type { TextRange } from '#lib/core/text/fold-text';

interface MarkedTextProps {
  readonly text: string;
  /** In order, none touching another. */
  readonly ranges: readonly TextRange[];
}

/** A text in which some ranges are marked; nothing of the text is changed. */
export function MarkedText({ text, ranges }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
