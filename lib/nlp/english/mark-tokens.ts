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
  PLACES,
  PROCEDURES,
  REPORTING,
  SHIFTERS,
  TOPIC_LINKS,
  WIDE_NEGATORS,
} from '#lib/nlp/english/word-lists';
import type { EnglishReading, ReadToken } from '#lib/nlp/wink-pipeline';

/** What the words around a token make of it. */
export interface TokenMarking {
  /** True when an odd number of negators and shifters turn the token round. */
  turned: boolean;
  /** Index of the last negator or shifter that turned the token, -1 when none did. */
  turnedBy: number;
  /** A negation of a negation, or one that another negation takes back: the two say nothing together. */
  cancelled: boolean;
  negator: boolean;
  shifter: boolean;
  intensifier: boolean;
  /** Factor of the intensifiers before the token; 1 when there is none. */
  strength: number;
  quoted: boolean;
  /** Inside quotation marks that keep their distance from what they hold. */
  scare: boolean;
  name: boolean;
  /** What a report, a law or a meeting is about, which is no word of praise or blame. */
  topic: boolean;
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
    turnedBy: -1,
    cancelled: false,
    negator: false,
    shifter: false,
    intensifier: false,
    strength: 1,
    quoted: false,
    scare: false,
    name: false,
    topic: false,
    supposed: false,
  }));
  markQuotes(tokens, text, markings);
  for (const sentence of reading.sentences) {
    markNames(tokens, text, sentence.from, sentence.to, markings);
    markTopics(tokens, sentence.from, sentence.to, markings);
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
          turn(markings, inside, open);
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

const LONGEST_CALLED = 6;
const CALLING = /^(?:call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|hail(?:s|ed)?|termed|terms|praised)$/;
const BARE_THING = new Set(['it', 'this', 'that', 'these', 'those', 'them']);

/** Quotation marks of distance: a few small-letter words inside a sentence that nobody is said to have spoken. */
function isScareQuote(tokens: readonly ReadToken[], text: string, open: number, close: number): boolean {
  const length = close - open - 1;
  if (length < 1 || length > LONGEST_SCARE) return false;
  for (let inside = open + 1; inside < close; inside += 1) {
    const token = tokens[inside];
    if (token?.piece.kind !== 'word' || CAPITAL.test(text.slice(token.start, token.start + 2))) return false;
  }
  const before = tokens[open - 1];
  if (before === undefined || before.normal === ':' || before.normal === ',' || SAYING.test(before.normal)) return false;
  // "Called the talks "constructive"" reports what somebody said of a thing; "they call it "justice"" does not take it over.
  for (let index = open - 1; index >= 0 && index >= open - LONGEST_CALLED; index -= 1) {
    const word = tokens[index]?.normal ?? '';
    if (BARE_THING.has(word)) return true;
    if (CALLING.test(word)) return index === open - 1;
  }
  return true;
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
    if (capitalised && PLACES.has(token.normal)) marking.name = true;
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
    if (tokens[index - 1]?.normal === 'any') return false;
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

function isNegator(token: ReadToken, before: ReadToken | undefined, after: ReadToken | undefined): boolean {
  const word = token.normal;
  // "Little hope", "few friends"; "a little hope" is some.
  if (word === 'little' || word === 'few') return after?.pos === 'NOUN' && before?.normal !== 'a' && before?.normal !== 'the';
  if (HARD_TO.has(word)) return after?.normal === 'not' || word === 'impossible';
  if (WIDE_NEGATORS.has(word) || NEAR_NEGATORS.has(word) || LESSENERS.has(word)) return true;
  // "The dispute", "a failed state" deny nothing.
  return DENIALS.has(word) && (before?.normal === 'no' || (before?.pos !== 'DET' && before?.pos !== 'ADJ'));
}

function turn(markings: TokenMarking[], index: number, by: number): void {
  const marking = markings[index];
  if (!marking) return;
  marking.turned = !marking.turned;
  marking.turnedBy = by;
}

/** Words that some rule below asks for; any other word is passed over at once. */
const TURNING = new Set([
  ...WIDE_NEGATORS,
  ...NEAR_NEGATORS,
  ...DENIALS,
  ...LESSENERS,
  ...SHIFTERS,
  ...HARMS,
  ...DECLINES,
  ...(
    'anything far free clear safe instead rather too hard difficult wrong unfair false untrue lie mistake myth absurd little few would could should used so-called supposedly called strip strips stripped rob robs ' +
    'robbed robbing cheat cheated rid cleared relieved end halt stop'
  ).split(' '),
]);

function mayTurn(token: ReadToken): boolean {
  return TURNING.has(token.normal) || ((token.pos === 'ADJ' || token.pos === 'ADV') && COMPARATIVE.test(token.normal));
}

/** What a word that turns others round counts as. */
type Turner = 'none' | 'negator' | 'shifter';

function markTurns(tokens: readonly ReadToken[], from: number, to: number, markings: TokenMarking[]): void {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking || token.piece.kind !== 'word' || marking.name || (marking.topic && KEEPS_SILENT.has(token.normal)))
      continue;
    if (!mayTurn(token)) continue;
    const turner = turnAt(tokens, index, from, to, markings);
    if (turner === 'none') continue;
    if (turner === 'negator') marking.negator = true;
    else marking.shifter = true;
    // "Nobody can say that it is not good": the second negation takes the first one back.
    const outer = marking.turned ? markings[marking.turnedBy] : undefined;
    if (turner === 'negator' && outer?.negator && !outer.cancelled) {
      outer.cancelled = true;
      marking.cancelled = true;
    }
  }
}

function turnAt(tokens: readonly ReadToken[], index: number, from: number, to: number, markings: TokenMarking[]): Turner {
  const token = tokens[index];
  if (!token) return 'none';
  const word = token.normal;
  const next = tokens[index + 1]?.normal ?? '';
  const before = tokens[index - 1]?.normal ?? '';
  const phrase = turningPhrase(tokens, index, to);
  if (phrase > 0) {
    turnForward(tokens, markings, index, to, NEAR, index + phrase);
    return 'negator';
  }
  if (
    word === 'so-called' ||
    word === 'supposedly' ||
    (word === 'called' && tokens[index - 2]?.normal === 'so' && tokens[index - 1]?.normal === '-')
  ) {
    turnForward(tokens, markings, index, to, 2);
    return 'negator';
  }
  if (isNegator(token, tokens[index - 1], tokens[index + 1])) {
    if (NOT_NEGATIONS.has(`${word} ${next}`) || NOT_NEGATED.has(`${before} ${word}`)) return 'none';
    if (SUPERLATIVE_BY_NONE.has(word) && comparesSoon(tokens, index, to)) return 'none';
    // "No better neighbour than this one" praises, "no better than the last" does not.
    if (word === 'no' && COMPARATIVE.test(next) && tokens[index + 2]?.pos === 'NOUN') return 'none';
    const indefinite =
      INDEFINITE.has(word) ||
      (word === 'no' && (next === 'one' || DENIALS.has(next) || tokens[index + 1]?.pos === 'NOUN')) ||
      (word === 'not' && (next === 'one' || (next === 'a' && tokens[index + 2]?.normal === 'single')));
    const speaks = SAYING_SO.has(next) || (next === 'as' && tokens[index + 2]?.normal === 'if');
    const wide = WIDE_NEGATORS.has(word) || DENIALS.has(word) || indefinite || speaks;
    const reach = LESSENERS.has(word) ? 2 : wide ? WIDE : NEAR;
    turnForward(tokens, markings, index, to, reach, index, indefinite);
    return 'negator';
  }
  if (isUnreal(tokens, index, to)) {
    turnForward(tokens, markings, index, to, NEAR);
    return 'negator';
  }
  if (word === 'better' && FALLEN_SHORT.test(`${tokens[index - 2]?.normal ?? ''} ${before}`)) {
    turn(markings, index, index);
    return 'none';
  }
  if (isBygone(tokens, index, from)) {
    turn(markings, word === 'more' && index + 1 < to ? index + 1 : index, index);
    return 'none';
  }
  return shiftAt(tokens, index, from, to, markings);
}

function shiftAt(tokens: readonly ReadToken[], index: number, from: number, to: number, markings: TokenMarking[]): Turner {
  const token = tokens[index];
  if (!token) return 'none';
  const word = token.normal;
  const before = tokens[index - 1]?.normal ?? '';
  const ended = endingPhrase(tokens, index, to);
  if (ended === 'object') {
    turnForward(tokens, markings, index, to, OBJECT);
    return 'shifter';
  }
  if (ended === 'subject') {
    turnBackward(tokens, markings, index, from);
    return 'shifter';
  }
  if (ROBBERS.has(word)) {
    for (let at = index + 1; at < to && at <= index + NEAR; at += 1) {
      if (tokens[at]?.normal !== 'of') continue;
      turnForward(tokens, markings, index, to, OBJECT, at);
      return 'shifter';
    }
  }
  const shifts = SHIFTERS.has(word);
  const harms = HARMS.has(word);
  const declines = DECLINES.has(word);
  if (!shifts && !harms && !declines) return 'none';
  if (declines && (word === 'over' || word === 'gone')) {
    const after = tokens[index + 1];
    const closes =
      index + 1 >= to || !after || after.piece.kind !== 'word' || after.pos === 'ADV' || CLAUSE_BREAKS.has(after.normal);
    if (!BE_FORMS.has(before) || !closes) return 'none';
  } else if (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'ADP' || token.pos === 'PROPN') {
    const verbal = before === 'to' || (token.pos !== 'ADP' && BE_FORMS.has(before)) || (index === from && token.pos === 'PROPN');
    if (!(declines && token.pos === 'ADJ') && !(shifts && verbal) && !isPastAfterNoun(tokens, index)) return 'none';
  }
  if (!declines && hasObject(tokens, index, to)) turnForward(tokens, markings, index, to, OBJECT, index, false, harms && !shifts);
  else turnBackward(tokens, markings, index, from);
  return 'shifter';
}

/** wink-nlp reads "rescued" in "Volunteers rescued the girl" as a noun; a past form between a noun and its object is a verb. */
function isPastAfterNoun(tokens: readonly ReadToken[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token || !before || !/ed$/.test(token.normal)) return false;
  return before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON';
}

/** How many tokens beyond its first a turn of phrase takes that denies what follows ("anything but", "far from", "free of", "too late to"); 0 for none. */
function turningPhrase(tokens: readonly ReadToken[], index: number, to: number): number {
  const word = tokens[index]?.normal ?? '';
  const next = index + 1 < to ? (tokens[index + 1]?.normal ?? '') : '';
  if (word === 'anything' && next === 'but') return 1;
  if (word === 'far' && next === 'from') return 1;
  if ((word === 'free' || word === 'clear') && (next === 'of' || next === 'from')) return 1;
  if (word === 'safe' && next === 'from') return 1;
  if (word === 'instead' && next === 'of') return 1;
  if (word === 'rather' && next === 'than') return 1;
  if (word === 'no' && (next === 'longer' || next === 'more')) return 1;
  if (HARD_TO.has(word) && next === 'not') return 0;
  if (word === 'too' && tokens[index + 2]?.normal === 'to' && index + 2 < to) return 2;
  if (
    FALSE_TO_SAY.has(word) &&
    (next === 'that' || (next === 'to' && /^(?:say|claim|think|pretend|suggest|call)$/.test(tokens[index + 2]?.normal ?? '')))
  )
    return 1;
  return 0;
}

/** What is said or thought reaches as far as the clause does: "I cannot say that I was not impressed". */
const SAYING_SO = new Set(
  'say says claim claims pretend think believe deny denies doubt tell argue imagine suggest dispute call that true'.split(' '),
);
const HARD_TO = new Set(['hard', 'difficult', 'impossible']);
const FALSE_TO_SAY = new Set(['wrong', 'unfair', 'false', 'untrue', 'lie', 'mistake', 'myth', 'absurd']);
const INDEFINITE = new Set(['nobody', 'nothing', 'none', 'noone', 'nowhere']);
/** Two words of which the second does not negate. */
const NOT_NEGATED = new Set(['or not', 'a little', 'so little', 'at least', 'a few', 'or less', 'the less', 'in less', 'or no']);
const BE_FORMS = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", 'get', 'gets', 'got']);
/** Verbs that take something away "of" which the text speaks next. */
const ROBBERS = new Set(
  'strip strips stripped rob robs robbed robbing deprive deprives deprived cheat cheated rid cleared cured relieved'.split(' '),
);

/** "Put an end to" takes an object, "came to an end" ends its subject. */
function endingPhrase(tokens: readonly ReadToken[], index: number, to: number): 'object' | 'subject' | 'none' {
  const word = tokens[index]?.normal ?? '';
  if (word !== 'end' && word !== 'halt' && word !== 'stop') return 'none';
  const before = tokens[index - 1]?.normal ?? '';
  if (before !== 'an' && before !== 'a') return 'none';
  const next = index + 1 < to ? (tokens[index + 1]?.normal ?? '') : '';
  if (next === 'to' || next === 'of') return 'object';
  return tokens[index - 2]?.normal === 'to' ? 'subject' : 'none';
}

/** "The old court was fairer", "it was better before", "we were better off": what was better is so no more. */
function isBygone(tokens: readonly ReadToken[], index: number, from: number): boolean {
  const token = tokens[index];
  if (!token || !COMPARATIVE.test(token.normal) || token.normal === 'less') return false;
  if (token.pos !== 'ADJ' && token.pos !== 'ADV') return false;
  if (token.normal === 'better' && tokens[index + 1]?.normal === 'off' && /^(?:was|were)$/.test(tokens[index - 1]?.normal ?? ''))
    return true;
  let past = false;
  for (let at = index - 1; at >= from && at >= index - BYGONE; at -= 1) {
    const word = tokens[at]?.normal ?? '';
    if (word === 'was' || word === 'were' || word === 'had') past = true;
    if (past && FORMER.has(word)) return true;
  }
  if (!past) return false;
  for (let at = index + 1; at < tokens.length && at <= index + NEAR; at += 1) {
    const word = tokens[at]?.normal;
    if (word === 'than') return false;
    if (word === 'before') return true;
  }
  return false;
}

const BYGONE = 7;
const FORMER = new Set(['old', 'last', 'former', 'previous', 'earlier']);

/**
 * @param start where the scope begins, when a phrase stands between the turner and it.
 * @param through whether "who" and "that" continue the scope: "no one who does not love her".
 * @param sparesAdjectives whether adjectives stay as they are: who kills the poor does the poor no good.
 */
function turnForward(
  tokens: readonly ReadToken[],
  markings: TokenMarking[],
  at: number,
  to: number,
  reach: number,
  start = at,
  through = false,
  sparesAdjectives = false,
): void {
  let taken = 0;
  for (let index = start + 1; index < to && taken < reach; index += 1) {
    const token = tokens[index];
    if (!token) return;
    if (isClauseEnd(token) || token.normal === 'nor') return;
    if (token.piece.kind !== 'word' && token.piece.kind !== 'hashtag') continue;
    if (taken > 0 && CLAUSE_BREAKS.has(token.normal)) {
      const joins = token.normal === 'and' || token.normal === 'or';
      const relates = through && (token.normal === 'who' || token.normal === 'which');
      if (!joins && !relates) return;
      // "Nobody was hurt and everyone came home": another subject, another clause.
      const after = tokens[index + 1];
      if (joins && after && (after.pos === 'PRON' || OTHER_SUBJECT.has(after.normal))) return;
    }
    if (!sparesAdjectives || token.pos !== 'ADJ') turn(markings, index, at);
    if (token.pos !== 'DET') taken += 1;
  }
}

const OTHER_SUBJECT = new Set(['everyone', 'everybody', 'everything', 'the', 'this', 'that', 'these', 'those', 'all']);

/** Turns the subject of a verb: the nouns before it, through "of" and "on", up to the verb or the mark before. */
function turnBackward(tokens: readonly ReadToken[], markings: TokenMarking[], at: number, from: number): void {
  let taken = 0;
  for (let index = at - 1; index >= from && taken < SUBJECT; index -= 1) {
    const token = tokens[index];
    if (!token || isClauseEnd(token)) return;
    if (token.piece.kind !== 'word') continue;
    if (CLAUSE_BREAKS.has(token.normal) && token.normal !== 'and') return;
    if (token.pos === 'VERB' && taken > 0) return;
    if (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN') {
      turn(markings, index, at);
      taken += 1;
    }
  }
}

/** Whether a verb takes an object: a noun phrase follows before the clause ends. */
function hasObject(tokens: readonly ReadToken[], at: number, to: number): boolean {
  const before = tokens[at - 1]?.normal ?? '';
  if (BE_FORMS.has(before)) return tokens[at + 1]?.normal === 'from' || tokens[at + 1]?.normal === 'of';
  for (let index = at + 1; index < to && index <= at + 3; index += 1) {
    const token = tokens[index];
    if (!token || isClauseEnd(token)) return false;
    if (token.pos === 'ADP') return token.normal === 'from' || token.normal === 'of';
    if (OBJECT_PARTS.has(token.pos)) return true;
  }
  return false;
}

const OBJECT_PARTS = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM']);

/** What may stand between the head of a topic and its words. */
const WITHIN_TOPIC = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'or',
  'in',
  'on',
  'for',
  ',',
  '-',
  'its',
  'their',
  'all',
  'missing',
]);
const TOPIC_PARTS = new Set(['NOUN', 'PROPN', 'ADJ']);
const LONGEST_TOPIC = 8;

/**
 * What a procedure is about: the nouns between a word such as "law", "hearing" or "report" and its "on" or "of", those that stand before such a word
 * ("murder appeal", "peace talks"), and the objects of verbs that only report ("discussed terrorism").
 */
function markTopics(tokens: readonly ReadToken[], from: number, to: number, markings: TokenMarking[]): void {
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token?.piece.kind !== 'word') continue;
    const procedure = PROCEDURES.has(token.normal) && token.pos !== 'VERB' && token.pos !== 'ADV';
    if (procedure) {
      const own = markings[index];
      if (own) own.topic = true;
      for (let at = index - 1; at >= from && at >= index - 3; at -= 1) {
        const before = tokens[at];
        const marking = markings[at];
        if (!before || !marking || (before.pos !== 'NOUN' && before.pos !== 'PROPN' && before.normal !== '-')) break;
        marking.topic = true;
      }
    }
    const next = tokens[index + 1]?.normal ?? '';
    // "Declined to comment" is how reports say that nothing was said.
    if (KEEPS_SILENT.has(token.normal) && next === 'to' && SPEAKING.has(tokens[index + 2]?.normal ?? '')) {
      const [verb, said] = [markings[index], markings[index + 2]];
      if (verb) verb.topic = true;
      if (said) said.topic = true;
    }
    const about =
      (procedure && TOPIC_LINKS.has(next)) || (token.normal === 'about' && REPORTING.has(tokens[index - 1]?.normal ?? ''));
    const reports = REPORTING.has(token.normal) && token.pos !== 'NOUN';
    if (!about && !reports) continue;
    for (let at = index + 1; at < to && at <= index + LONGEST_TOPIC; at += 1) {
      const inside = tokens[at];
      const marking = markings[at];
      if (!inside || !marking) break;
      const linked = about && (at === index + 2 || tokens[at - 1]?.normal === 'of');
      if (inside.piece.kind === 'word' && (inside.pos === 'NOUN' || inside.pos === 'PROPN')) marking.topic = true;
      // wink-nlp reads "torture" in "the victims of torture" as a verb.
      else if (linked && inside.pos === 'VERB') marking.topic = true;
      else if (inside.pos === 'ADJ' && TOPIC_PARTS.has(tokens[at + 1]?.pos ?? '')) marking.topic = !FEELING.test(inside.normal);
      else if (!(at === index + 1 && about) && !WITHIN_TOPIC.has(inside.normal) && inside.pos !== 'NUM' && inside.pos !== 'DET')
        break;
    }
  }
}

const KEEPS_SILENT = new Set(['declined', 'declines', 'refused', 'refuses']);
const SPEAKING = new Set(['comment', 'elaborate', 'speculate', 'say', 'name', 'answer', 'confirm']);

/** Adjectives of judgement are no topic: "a report on a shameful trial". */
const FEELING = /(?:ful|less|ible|able|ing|ous)$/;

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
