import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Model, WinkMethods } from 'wink-nlp';
import type { Piece } from '#lib/nlp/split-pieces';
import { splitPieces } from '#lib/nlp/split-pieces';

/** One token as wink-nlp read it, tied back to the text as it was given. */
export interface ReadToken {
  /** UTF-16 offsets into the text as it was given, half-open. */
  readonly start: number;
  readonly end: number;
  /** Lower case, spelling mapped, as wink-nlp normalises it. */
  readonly normal: string;
  /** Universal part of speech, such as `NOUN` or `PROPN`. */
  readonly pos: string;
  /** wink-nlp's own negation flag. */
  readonly negated: boolean;
  /** The piece of the text that the token came out of. */
  readonly piece: Piece;
}

export interface ReadSentence {
  /** Indexes into the tokens, half-open. */
  readonly from: number;
  readonly to: number;
  /** wink-nlp's own sentiment of the sentence. */
  readonly winkSentiment: number;
}

/** An English text after wink-nlp's pipeline. */
export interface EnglishReading {
  readonly text: string;
  readonly tokens: readonly ReadToken[];
  readonly sentences: readonly ReadSentence[];
}

/** The longest word handed to wink-nlp; what stands behind it carries no meaning that a word list could know. */
const LONGEST_WORD = 40;

/**
 * wink-nlp keeps every word that it has ever met. After so many pieces a fresh instance takes over, so that a
 * long-lived worker keeps its memory.
 */
const PIECES_PER_INSTANCE = 2_000_000;

/** Stand-ins on the analysis copy: one word each, so that wink-nlp neither splits them nor learns a new one every time. */
const STAND_INS: ReadonlyMap<Piece['kind'], string> = new Map([
  ['url', 'http'],
  ['mention', '@user'],
  ['email', '@user'],
  ['foreign', 'zz'],
]);

const PIPE = ['sbd', 'negation', 'sentiment', 'pos'];

let instance: WinkMethods | undefined;
let piecesRead = 0;

function wink(): WinkMethods {
  if (instance && piecesRead < PIECES_PER_INSTANCE) return instance;
  // Required at the first call and from the project's own folder: nothing loads at import, and no bundler rewrites it.
  const requireHere = createRequire(join(process.cwd(), 'package.json'));
  const winkNLP: typeof import('wink-nlp').default = requireHere('wink-nlp');
  const model: Model = requireHere('wink-eng-lite-web-model');
  instance = winkNLP(model, PIPE);
  piecesRead = 0;
  return instance;
}

/** What wink-nlp is given for a piece: never long, never a run, never something its URL expression could chew on. */
function surfaceOf(text: string, piece: Piece): string {
  const standIn = STAND_INS.get(piece.kind);
  if (standIn !== undefined) return standIn;
  if (piece.kind === 'punctuation' || piece.kind === 'symbol') {
    const mark = text.charAt(piece.start);
    return mark === '.' && piece.end - piece.start > 1 ? '...' : (text.slice(piece.start, piece.end).match(/^./u)?.[0] ?? mark);
  }
  if (piece.kind === 'emoji') return String.fromCodePoint(text.codePointAt(piece.start) ?? 0x2753);
  return text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_WORD));
}

/** True where a full stop must stay with its word, for wink-nlp to know "Mr." from the end of a sentence. */
function joinsStop(text: string, word: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    word.kind === 'word' &&
    next.start === word.end &&
    next.end - next.start === 1 &&
    text.charAt(next.start) === '.'
  );
}

/**
 * Reads a text with wink-nlp (tokens, sentences, parts of speech, negation). wink-nlp sees an analysis copy in which runs, links,
 * names of accounts, long words and letters of other scripts are folded, since some of these make its expressions run
 * for minutes; every token's offsets are those of the text as it was given.
 */
export function readEnglish(text: string): EnglishReading {
  const nlp = wink();
  const pieces = splitPieces(text);
  piecesRead += pieces.length;

  const surfaces: string[] = [];
  const startsAt: number[] = [];
  let copyLength = 0;
  let before: Piece | undefined;
  for (const piece of pieces) {
    const surface = surfaceOf(text, piece);
    if (before && !joinsStop(text, before, piece)) {
      surfaces.push(' ');
      copyLength += 1;
    }
    startsAt.push(copyLength);
    surfaces.push(surface);
    copyLength += surface.length;
    before = piece;
  }
  const copy = surfaces.join('');
  const doc = nlp.readDoc(copy);
  const all = doc.tokens();
  const values = all.out(nlp.its.value);
  const normals = all.out(nlp.its.normal);
  const parts = all.out(nlp.its.pos);
  const negations = all.out(nlp.its.negationFlag);

  const tokens: ReadToken[] = [];
  let cursor = 0;
  let pieceIndex = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = String(values[index] ?? '');
    const found = copy.startsWith(value, cursor) ? cursor : copy.indexOf(value, cursor);
    // A value that is not in the copy (spelling changed by wink-nlp) takes the next place instead.
    const at = found < 0 || found > cursor + 2 ? skipSpace(copy, cursor) : found;
    cursor = at + value.length;
    while (pieceIndex + 1 < pieces.length && (startsAt[pieceIndex + 1] ?? copyLength) <= at) pieceIndex += 1;
    const piece = pieces[pieceIndex];
    if (!piece) break;
    const offset = at - (startsAt[pieceIndex] ?? at);
    const folded = surfacesAreFolded(piece);
    // wink-nlp reads "Mr" and its stop as one token: it then ends where the last piece that it covers does.
    while (!folded && (startsAt[pieceIndex + 1] ?? copyLength) < cursor && pieceIndex + 1 < pieces.length) pieceIndex += 1;
    const last = pieces[pieceIndex] ?? piece;
    const start = folded ? piece.start : Math.min(piece.end, piece.start + offset);
    const inLast = cursor - (startsAt[pieceIndex] ?? cursor);
    tokens.push({
      start,
      end: folded ? piece.end : Math.max(start, Math.min(last.end, last.start + inLast)),
      normal: String(normals[index] ?? '').toLowerCase(),
      pos: String(parts[index] ?? 'X'),
      negated: negations[index] === true,
      piece,
    });
  }

  const sentences: ReadSentence[] = [];
  const spans = doc.sentences().out(nlp.its.span);
  const sentiments = doc.sentences().out(nlp.its.sentiment);
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index];
    if (!span || typeof span === 'string') continue;
    const from = Math.min(span[0] ?? 0, tokens.length);
    const to = Math.min((span[1] ?? -1) + 1, tokens.length);
    if (to > from) sentences.push({ from, to, winkSentiment: Number(sentiments[index] ?? 0) });
  }
  return { text, tokens, sentences };
}

function skipSpace(copy: string, from: number): number {
  return copy.charAt(from) === ' ' ? from + 1 : from;
}

function surfacesAreFolded(piece: Piece): boolean {
  return (
    STAND_INS.has(piece.kind) ||
    piece.kind === 'punctuation' ||
    piece.kind === 'symbol' ||
    piece.kind === 'emoji' ||
    piece.end - piece.start > LONGEST_WORD
  );
}

/** wink-nlp with the same pipe and nothing around it, for measuring what the layer above it costs. */
export function bareWink(): (text: string) => unknown {
  const nlp = wink();
  return (text) => nlp.readDoc(text);
}
