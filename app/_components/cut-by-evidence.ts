import type { TokenEvidence } from '#lib/core/score';

/** A stretch of a text; `side` is null where no token of the evidence lies. */
export interface EvidencePiece {
  readonly start: number;
  readonly text: string;
  readonly side: 'negative' | 'positive' | 'none' | null;
}

/**
 * Cuts a text along the tokens that a scorer marked, so that the pieces joined are the text again.
 * A token that moved nothing is marked only where it changed how others were read (a negator, a shifter).
 * @param tokens evidence with UTF-16 offsets; those that overlap an earlier one or lie outside the text are left out
 */
export function cutByEvidence(text: string, tokens: readonly TokenEvidence[]): readonly EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  let at = 0;
  const marked = tokens.filter(
    (token) => token.contribution !== 0 || token.marks.some((mark) => mark === 'negator' || mark === 'shifter'),
  );
  for (const token of [...marked].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (token.start < at || token.end <= token.start || token.end > text.length) continue;
    if (token.start > at) pieces.push({ start: at, text: text.slice(at, token.start), side: null });
    pieces.push({ start: token.start, text: text.slice(token.start, token.end), side: sideOf(token.contribution) });
    at = token.end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), side: null });
  return pieces;
}

function sideOf(contribution: number): 'negative' | 'positive' | 'none' {
  if (contribution === 0) return 'none';
  return contribution < 0 ? 'negative' : 'positive';
}
