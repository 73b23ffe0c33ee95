import {
  CLAUSE_BREAKS,
  CONDITIONALS,
  DECLINES,
  DENIALS,
  HARMS,
  INTENSIFIERS,
  LESSENERS,
  NEAR_NEGATORS,
  NOT_NEGATIONS,
  SHIFTERS,
  WIDE_NEGATORS,
} from '#lib/nlp/english/word-lists';
import type { EnglishReading, ReadToken } from '#lib/nlp/wink-pipeline';

/** What the words around a token make of it. */
export interface TokenMarking {
  /** True when an odd number of negators and shifters turn the token round. */
  turned: boolean;
  negator: boolean;
  shifter: boolean;
  intensifier: boolean;
  /** Factor of the intensifiers before the token; 1 when there is none. */
  strength: number;
  quoted: boolean;
  /** Inside quotation marks that keep their distance from what they hold. */
  scare: boolean;
  name: boolean;
  /** Inside a clause of what might be. */
  supposed: boolean;
}

const NEAR = 4;
/** As far as a negation of the whole clause is followed; a bound, so that time stays linear. */
const WIDE = 12;
const OBJECT = 4;
const SUBJECT = 4;

const BREAKS = /^[.!?;:,()[\]"“”«»…—–]/;
const CAPITAL = /^\p{Lu}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;

function isClauseEnd(token: ReadToken): boolean {
  return token.piece.kind === 'punctuation' && BREAKS.test(token.normal);
}

/** Marks every token of a reading: negation, shifters, intensifiers, quotation, names, supposition. Rules only, in one pass each. */
export function markTokens(reading: EnglishReading): TokenMarking[] {
  const { tokens, text } = reading;
  const markings: TokenMarking[] = tokens.map(() => ({
    turned: false,
    negator: false,
    shifter: false,
    intensifier: false,
    strength: 1,
    quoted: false,
    scare: false,
    name: false,
    supposed: false,
  }));
  markQuotes(tokens, text, markings);
  for (const sentence of reading.sentences) {
    markNames(tokens, text, sentence.from, sentence.to, markings);
    markTurns(tokens, sentence.from, sentence.to, markings);
    markStrength(tokens, sentence.from, sentence.to, markings);
    markSupposed(tokens, sentence.from, sentence.to, markings);
  }
  return markings;
}

/** The longest stretch between quotation marks that is read as one quotation, in tokens. */
const LONGEST_QUOTATION = 120;

function markQuotes(tokens: readonly ReadToken[], text: string, markings: TokenMarking[]): void {
  let open = -1;
  let closer = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.piece.kind !== 'punctuation') continue;
    const mark = text.charAt(token.start);
    if (open < 0) {
      const closes = mark === '"' ? '"' : mark === '“' ? '”' : mark === '«' ? '»' : mark === '„' ? '“' : mark === '‘' ? '’' : '';
      if (closes !== '') {
        open = index;
        closer = closes;
      }
      continue;
    }
    if (mark === closer || (closer === '“' && mark === '”')) {
      for (let inside = open + 1; inside < index; inside += 1) {
        const marking = markings[inside];
        if (marking) marking.quoted = true;
      }
      if (isScareQuote(tokens, text, open, index)) {
        for (let inside = open + 1; inside < index; inside += 1) {
          const marking = markings[inside];
          if (marking) marking.scare = true;
          turn(markings, inside);
        }
      }
      open = -1;
    } else if (index - open > LONGEST_QUOTATION) {
      open = -1;
    }
  }
}

/** The longest quotation that can be one of distance rather than of speech, in tokens. */
const LONGEST_SCARE = 3;
const SAYING =
  /^(?:sa(?:y|ys|id|ying)|ask(?:s|ed)?|shout(?:s|ed|ing)?|chant(?:s|ed|ing)?|answer(?:s|ed)?|repl(?:y|ied)|wrote|writes|titled|entitled|named|word|words|slogan)$/;

/** Quotation marks of distance: a few small-letter words inside a sentence that nobody is said to have spoken. */
function isScareQuote(tokens: readonly ReadToken[], text: string, open: number, close: number): boolean {
  const length = close - open - 1;
  if (length < 1 || length > LONGEST_SCARE) return false;
  for (let inside = open + 1; inside < close; inside += 1) {
    const token = tokens[inside];
    if (token?.piece.kind !== 'word' || CAPITAL.test(text.slice(token.start, token.start + 2))) return false;
  }
  const before = tokens[open - 1];
  return before !== undefined && before.normal !== ':' && before.normal !== ',' && !SAYING.test(before.normal);
}

/** Words that stay small in a title. */
const TITLE_SMALL = new Set('a an the of in on at to for and or nor but by with from as into over per via vs'.split(' '));
const NOT_OF_NAME = new Set(['DET', 'PRON', 'ADP', 'ADV', 'CCONJ', 'SCONJ', 'AUX']);
/** "Happy Friday" wishes; "the Happy Valley" is a place. */
const GREETINGS = new Set([
  'happy',
  'good',
  'merry',
  'great',
  'best',
  'congratulations',
  'congrats',
  'thank',
  'thanks',
  'love',
  'welcome',
  'bad',
  'worst',
  'proud',
  'sad',
]);
const NAME_JOINERS = new Set(['of', 'the', 'and', 'for', 'de', 'al', '-', '&', 'on', 'in']);

function markNames(tokens: readonly ReadToken[], text: string, from: number, to: number, markings: TokenMarking[]): void {
  // A line in capitals or in Title Case tells nothing about names: some word that such a line would begin with a capital must be small.
  let small = false;
  for (let index = from; index < to && !small; index += 1) {
    const token = tokens[index];
    if (token?.piece.kind === 'word')
      small = !CAPITAL.test(text.slice(token.start, token.start + 2)) && !TITLE_SMALL.has(token.normal);
  }
  if (!small) return;
  let firstWord = true;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking || token.piece.kind !== 'word') continue;
    const surface = text.slice(token.start, token.end);
    const capitalised = CAPITALISED.test(surface) && token.end - token.start > 1;
    if (!capitalised) {
      firstWord = false;
      continue;
    }
    let end = index + 1;
    let last = index;
    while (end < to && end - index < 8) {
      const next = tokens[end];
      if (!next) break;
      const nextSurface = text.slice(next.start, next.end);
      if (next.piece.kind === 'word' && CAPITALISED.test(nextSurface)) last = end;
      else if (!NAME_JOINERS.has(next.normal)) break;
      end += 1;
    }
    const followed = last > index;
    if (!firstWord || followed) {
      // Before "Minister of Justice" the article or greeting that opens the sentence is no part of the name.
      const opens = firstWord && NOT_OF_NAME.has(token.pos);
      const greets = GREETINGS.has(token.normal) && tokens[index - 1]?.normal !== 'the';
      const start = opens || greets ? index + 1 : index;
      for (let inside = start; inside <= last; inside += 1) {
        const inner = markings[inside];
        if (inner && tokens[inside]?.piece.kind === 'word') inner.name = true;
      }
    }
    firstWord = false;
    index = last;
  }
}

/** "Never better", "nothing is worse": none of the others reaches it, so the comparison stands. */
const SUPERLATIVE_BY_NONE = new Set(['never', 'nothing', 'nobody', 'none', 'nowhere']);
const COMPARATIVE = /^(?:better|worse|more|less|\p{L}{2,}er)$/u;
const FALLEN_SHORT = /(?:^| )(?:expected|expect|deserve|deserves|deserved|heard|seen|known|had|hoped for|want|wanted)$/;

function comparesSoon(tokens: readonly ReadToken[], at: number, to: number): boolean {
  for (let index = at + 1; index < to && index <= at + NEAR; index += 1) {
    const token = tokens[index];
    if (!token || isClauseEnd(token)) return false;
    if (token.normal === 'beats') return true;
    if (COMPARATIVE.test(token.normal) && (token.pos === 'ADJ' || token.pos === 'ADV')) return true;
  }
  return false;
}

/** "Would have been good", "would be nice if", "used to be": it is not so. */
function isUnreal(tokens: readonly ReadToken[], at: number, to: number): boolean {
  const word = tokens[at]?.normal;
  const next = tokens[at + 1]?.normal;
  if (word === 'would' || word === 'could' || word === 'should') {
    if (next === 'have') return true;
    if (word !== 'would' || next !== 'be') return false;
    for (let index = at + 2; index < to && index <= at + 2 + NEAR; index += 1) if (tokens[index]?.normal === 'if') return true;
    return false;
  }
  return word === 'used' && next === 'to' && (tokens[at + 2]?.normal === 'be' || tokens[at + 2]?.normal === 'have');
}

function isNegator(token: ReadToken, before: ReadToken | undefined): boolean {
  const word = token.normal;
  if (WIDE_NEGATORS.has(word) || NEAR_NEGATORS.has(word) || LESSENERS.has(word)) return true;
  // "The dispute", "a failed state" deny nothing.
  return DENIALS.has(word) && before?.pos !== 'DET' && before?.pos !== 'ADJ';
}

function turn(markings: TokenMarking[], index: number): void {
  const marking = markings[index];
  if (marking) marking.turned = !marking.turned;
}

function markTurns(tokens: readonly ReadToken[], from: number, to: number, markings: TokenMarking[]): void {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking || token.piece.kind !== 'word') continue;
    const word = token.normal;
    if (
      word === 'so-called' ||
      word === 'supposedly' ||
      (word === 'called' && tokens[index - 2]?.normal === 'so' && tokens[index - 1]?.normal === '-')
    ) {
      marking.negator = true;
      turnForward(tokens, markings, index, to, 2);
      continue;
    }
    const next = tokens[index + 1]?.normal ?? '';
    if (isNegator(token, tokens[index - 1])) {
      if (NOT_NEGATIONS.has(`${word} ${next}`)) continue;
      if (SUPERLATIVE_BY_NONE.has(word) && comparesSoon(tokens, index, to)) continue;
      marking.negator = true;
      const wide = WIDE_NEGATORS.has(word) || DENIALS.has(word) || (word === 'no' && next === 'one');
      const reach = LESSENERS.has(word) ? 2 : wide ? WIDE : NEAR;
      turnForward(tokens, markings, index, to, reach);
      continue;
    }
    if (isUnreal(tokens, index, to)) {
      marking.negator = true;
      turnForward(tokens, markings, index, to, NEAR);
      continue;
    }
    if (word === 'better' && FALLEN_SHORT.test(`${tokens[index - 2]?.normal ?? ''} ${tokens[index - 1]?.normal ?? ''}`)) {
      turn(markings, index);
      continue;
    }
    const shifts = SHIFTERS.has(word);
    const harms = HARMS.has(word);
    const declines = DECLINES.has(word);
    if (!shifts && !harms && !declines) continue;
    if (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'ADP') {
      if (!(declines && token.pos === 'ADJ') && !(shifts && tokens[index - 1]?.normal === 'to')) continue;
    }
    marking.shifter = true;
    if (!declines && hasObject(tokens, index, to)) turnForward(tokens, markings, index, to, OBJECT);
    else turnBackward(tokens, markings, index, from);
  }
}

function turnForward(tokens: readonly ReadToken[], markings: TokenMarking[], at: number, to: number, reach: number): void {
  let taken = 0;
  for (let index = at + 1; index < to && taken < reach; index += 1) {
    const token = tokens[index];
    if (!token) return;
    if (isClauseEnd(token)) return;
    if (token.piece.kind !== 'word' && token.piece.kind !== 'hashtag') continue;
    if (taken > 0 && CLAUSE_BREAKS.has(token.normal) && !(token.normal === 'and' || token.normal === 'or')) return;
    turn(markings, index);
    if (token.pos !== 'DET') taken += 1;
  }
}

function turnBackward(tokens: readonly ReadToken[], markings: TokenMarking[], at: number, from: number): void {
  let taken = 0;
  for (let index = at - 1; index >= from && taken < SUBJECT; index -= 1) {
    const token = tokens[index];
    if (!token || isClauseEnd(token)) return;
    if (token.piece.kind !== 'word') continue;
    if (CLAUSE_BREAKS.has(token.normal) && token.normal !== 'and') return;
    if (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN') turn(markings, index);
    taken += 1;
  }
}

/** Whether a verb takes an object: a noun phrase follows before the clause ends. */
function hasObject(tokens: readonly ReadToken[], at: number, to: number): boolean {
  const before = tokens[at - 1]?.normal ?? '';
  if (
    before === 'been' ||
    before === 'being' ||
    before === 'was' ||
    before === 'were' ||
    before === 'is' ||
    before === 'are' ||
    before === 'be'
  ) {
    return tokens[at + 1]?.normal === 'from' || tokens[at + 1]?.normal === 'of';
  }
  for (let index = at + 1; index < to && index <= at + 3; index += 1) {
    const token = tokens[index];
    if (!token || isClauseEnd(token)) return false;
    if (token.pos === 'ADP') return token.normal === 'from' || token.normal === 'of';
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'PRON' ||
      token.pos === 'DET' ||
      token.pos === 'ADJ' ||
      token.pos === 'NUM'
    )
      return true;
  }
  return false;
}

function markStrength(tokens: readonly ReadToken[], from: number, to: number, markings: TokenMarking[]): void {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    const factor = token ? INTENSIFIERS.get(token.normal) : undefined;
    if (!token || !marking || factor === undefined) continue;
    const next = tokens[index + 1];
    const after = markings[index + 1];
    if (!next || !after || next.piece.kind !== 'word' || index + 1 >= to) continue;
    marking.intensifier = true;
    after.strength *= factor;
    // An intensifier of an intensifier ("so very sad") hands its factor on at its own turn.
    if (marking.strength !== 1 && INTENSIFIERS.has(token.normal)) after.strength *= marking.strength;
  }
}

/** A supposition without a comma is followed this far, in tokens. */
const LONGEST_SUPPOSITION = 9;
const INVERTED = new Set(['should', 'had', 'were']);

function markSupposed(tokens: readonly ReadToken[], from: number, to: number, markings: TokenMarking[]): void {
  let within = false;
  let since = 0;
  let firstWord = true;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking) continue;
    since += 1;
    if (since > LONGEST_SUPPOSITION) within = false;
    if (token.piece.kind === 'word') {
      const opens =
        CONDITIONALS.has(token.normal) ||
        (firstWord && INVERTED.has(token.normal) && tokens[index + 1]?.pos !== 'VERB') ||
        (token.normal === 'in' && tokens[index + 1]?.normal === 'case');
      // What something is compared with is not said of it.
      if (opens || token.normal === 'than') {
        within = true;
        since = 0;
      }
      firstWord = false;
    }
    if (within && token.piece.kind === 'punctuation' && (token.normal === ',' || token.normal === ';')) within = false;
    if (within && token.normal === 'then') within = false;
    marking.supposed = within;
  }
}
