/** What a piece of text is, told by its characters alone. */
export type PieceKind =
  | 'word'
  | 'foreign'
  | 'number'
  | 'url'
  | 'email'
  | 'mention'
  | 'hashtag'
  | 'emoji'
  | 'emoticon'
  | 'punctuation'
  | 'symbol';

/** A piece of the text as it was given. Offsets are UTF-16, half-open. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  /** Longest run of one repeated character inside the piece. */
  readonly run: number;
}

/**
 * One sticky expression, one pass: every alternative either consumes what it matched or fails on a
 * bounded look, so that the time grows with the length of the text whatever is in it.
 */
const PIECE = new RegExp(
  [
    '(?<url>(?:https?:\\/\\/|www\\.)[^\\s\\u0600-\\u06ff]*)',
    '(?<mention>@[A-Za-z0-9_]+(?![A-Za-z0-9_]*\\.[a-z]))',
    '(?<hashtag>[#＃][\\p{L}\\p{N}_\\p{M}]+)',
    "(?<emoticon><[/\\\\]?3+|[:;=8xX]['’]?[-o^]?[)(\\]\\[}{DPpOo/\\\\|*3](?![\\p{L}\\p{N}/])|[)(][-^]?[:;=](?!\\p{L})|[xX]D+(?!\\p{L})|\\^[_.]*\\^|[-._][_.]+[-](?!\\p{L}))",
    '(?<emoji>(?:\\p{RI}\\p{RI}|[0-9#*]\\ufe0f?\\u20e3|\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*))',
    '(?<number>\\p{N}+(?:[.,:/]\\p{N}+)*)',
    '(?<abbreviation>(?:[A-Za-z]\\.){2,})',
    "(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’&-]\\p{L}[\\p{L}\\p{M}\\p{N}]*)*)",
    '(?<run>([^\\s\\p{L}\\p{N}])\\10*)',
  ].join('|'),
  'uy',
);

/** Letters that wink-nlp's English model reads. */
const LATIN = /^[A-Za-z\u00c0-\u024f]/;
const PUNCTUATION = /^[\p{P}]/u;
const SPACE = /\s/;

/**
 * Cuts a text into pieces. Space is left out; what is neither letter, digit, mark nor space comes as `punctuation` or
 * `symbol`, one piece for a run of the same character.
 *
 * @param text any string: lone surrogates, NUL and control characters included.
 * @returns the pieces in order, never overlapping.
 */
export function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    const groups = match?.groups;
    if (!match || !groups || match[0] === '') {
      at += 1;
      continue;
    }
    const end = at + match[0].length;
    pieces.push({ kind: kindOf(groups, match[0]), start: at, end, run: longestRun(match[0]) });
    at = end;
  }
  return pieces;
}

function kindOf(groups: { readonly [name: string]: string | undefined }, found: string): PieceKind {
  if (groups['word'] !== undefined) return LATIN.test(found) ? 'word' : 'foreign';
  if (groups['run'] !== undefined) return PUNCTUATION.test(found) ? 'punctuation' : 'symbol';
  if (groups['emoji'] !== undefined) return 'emoji';
  if (groups['hashtag'] !== undefined) return 'hashtag';
  if (groups['mention'] !== undefined) return 'mention';
  if (groups['number'] !== undefined) return 'number';
  if (groups['url'] !== undefined) return 'url';
  if (groups['emoticon'] !== undefined) return 'emoticon';
  return 'word';
}

function longestRun(found: string): number {
  let longest = 1;
  let run = 1;
  for (let index = 1; index < found.length; index += 1) {
    run = found.charCodeAt(index) === found.charCodeAt(index - 1) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}
