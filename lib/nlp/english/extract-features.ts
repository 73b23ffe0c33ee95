import { emojiValence } from '#lib/nlp/english/emoji-valence';
import { finish, hashStep, hashText } from '#lib/nlp/english/hash-text';
import { markTokens, type TokenMarking } from '#lib/nlp/english/mark-tokens';
import { BOONS, BURDENS, CONTRASTS, PLACES, TAG_WORDS } from '#lib/nlp/english/word-lists';
import type { EnglishReading, ReadToken } from '#lib/nlp/wink-pipeline';

/** Valence in [-4, 4] of the word with that {@link hashText}; 0 when the lexicon has none. */
export type Valence = (hash: number) => number;

/** Sums over tokens, each a number that the tokens add to one by one. */
export const DENSE_FEATURES = [
  'pleased',
  'upset',
  'pleased_count',
  'upset_count',
  'after_contrast_pleased',
  'after_contrast_upset',
  'exclamation',
  'question',
  'ellipsis',
  'capitals',
  'stretched',
  'hashtag',
  'mention',
  'link',
  'number',
  'negator',
  'relief',
  'cancelled',
  'relieving',
  'depriving',
  'scare',
  'denied_pleased',
  'denied_upset',
  'lost_pleased',
  'eased_upset',
  'learned_pleased',
  'learned_upset',
] as const;
export type DenseFeature = (typeof DENSE_FEATURES)[number];
const DENSE = new Map<DenseFeature, number>(DENSE_FEATURES.map((name, index) => [name, index]));

/** One text as the model sees it. Entry i adds `values[i]` to feature `hashes[i]`, half of it from each of its two tokens. */
export interface Features {
  readonly hashes: number[];
  readonly first: number[];
  readonly second: number[];
  /** Where words end and letter groups begin in the entries above. */
  wordEntries: number;
  /** Factors by which word entries, letter entries and sums are scaled, so that long texts weigh like short ones. */
  wordScale: number;
  letterScale: number;
  denseScale: number;
  readonly denseIndex: number[];
  readonly denseValue: number[];
  readonly denseToken: number[];
  readonly markings: TokenMarking[];
  /** Valence of each token as its neighbours leave it, 0 for most. */
  readonly valences: number[];
  /** Whether quotation marks of distance were seen. */
  scare: boolean;
}

const SEED_WORD = hashText('word:');
const SEED_TURNED = hashText('turned:');
const SEED_PAIR = hashText('pair:');
const SEED_LETTERS = hashText('letters:');
const SEED_LETTERS_TURNED = hashText('letters-turned:');
const SEED_RELIEF = hashText('relief:');
const NAME = hashText('<name>');
const TOPIC = hashText('<topic>');
const CANCELLED = hashText('<cancelled>');
const RELIEVING = hashText('<relieving>');
const DEPRIVING = hashText('<depriving>');
const IDLE_SHIFTER = hashText('<shifter>');

/** What a word counts inside a clause of what might be, or that something is only compared with. */
export const SUPPOSED_SHARE = 0.5;

const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;
const LONGEST_LETTERED = 24;
const STRETCH = /([a-z])\1{2,}/g;
const DOUBLED = /([a-z])\1/g;
const HASHTAG_WORDS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** The form under which a token is counted. */
export function formOf(normal: string, kind: string, run: number): string {
  if (kind === 'url') return '<link>';
  if (kind === 'mention' || kind === 'email') return '<user>';
  if (kind === 'number') return '<number>';
  if (kind === 'foreign') return '<foreign>';
  return run > 2 ? normal.replace(STRETCH, '$1$1') : normal;
}

/** How a token enters the counts. */
type Role = 'plain' | 'name' | 'topic' | 'cancelled' | 'relief' | 'relieving' | 'depriving' | 'idle';

/** Roles whose words are counted under the role alone, so that no name, topic or verb is remembered for what it was seen beside. */
const ROLE_HASHES: ReadonlyMap<Role, number> = new Map([
  ['name', NAME],
  ['topic', TOPIC],
  ['cancelled', CANCELLED],
  ['relieving', RELIEVING],
  ['depriving', DEPRIVING],
  ['idle', IDLE_SHIFTER],
]);

/** What words must reach together for a negation or a shifter to have turned something, in lexicon points. */
const LEAST_TURNED = 0.5;

/** What a word is worth to the one that turns it: circumstances (a blockade, aid) are no words of feeling, but their end is felt. */
function turnableValence(word: string, plain: PlainValence): number {
  const value = plain.listed !== 0 ? plain.listed : plain.learned * LEARNED_TRUST;
  if (Math.abs(value) >= CIRCUMSTANCE) return value;
  return BURDENS.has(word) ? -CIRCUMSTANCE : BOONS.has(word) ? CIRCUMSTANCE : value;
}

/** What a burden or a boon counts when it is turned round, in lexicon points. */
const CIRCUMSTANCE = 1.5;

/**
 * Settles what each turner turned. A negation of something bad ("no complaints") is another word than one of something good, and a verb such as
 * "lift" or "drop" is a shifter only where it has something to turn.
 */
function settleRoles(
  tokens: readonly ReadToken[],
  markings: TokenMarking[],
  plains: readonly PlainValence[],
  text: string,
): Role[] {
  const net = new Float64Array(tokens.length);
  const reached = new Float64Array(tokens.length);
  markings.forEach((marking, index) => {
    const plain = plains[index];
    if (marking.turnedBy < 0 || !plain || marking.topic || marking.name) return;
    const value = turnableValence(tokens[index]?.normal ?? '', plain);
    reached[marking.turnedBy] = (reached[marking.turnedBy] ?? 0) + Math.abs(value);
    if (marking.turned) net[marking.turnedBy] = (net[marking.turnedBy] ?? 0) + value;
  });
  markings.forEach((marking, index) => {
    if (!marking.shifter || (reached[index] ?? 0) >= LEAST_TURNED) return;
    marking.shifter = false;
    for (let at = Math.max(0, index - LONGEST_SHIFT); at < markings.length && at <= index + LONGEST_SHIFT; at += 1) {
      const other = markings[at];
      if (other?.turnedBy !== index) continue;
      other.turned = !other.turned;
      other.turnedBy = -1;
    }
  });
  return markings.map((marking, index) => {
    const plain = plains[index];
    const telling = plain !== undefined && (plain.listed !== 0 || plain.learned !== 0);
    if (marking.name || namesPlaces(tokens[index], text)) return 'name';
    if (marking.topic && telling) return 'topic';
    if (marking.cancelled) return 'cancelled';
    const turns = net[index] ?? 0;
    if (marking.shifter) return turns <= -LEAST_TURNED ? 'relieving' : turns >= LEAST_TURNED ? 'depriving' : 'idle';
    return marking.negator && turns <= -LEAST_TURNED ? 'relief' : 'plain';
  });
}

/** As far as a shifter turns, in tokens, either way. */
const LONGEST_SHIFT = 24;
/** How much a guessed valence counts beside a rated one when it is asked what a turner turned. */
const LEARNED_TRUST = 0.6;

/** Whether a hashtag is the name of a place or a people and nothing else. */
function namesPlaces(token: ReadToken | undefined, text: string): boolean {
  if (token?.piece.kind !== 'hashtag') return false;
  const words = text.slice(token.start + 1, token.end).match(HASHTAG_WORDS) ?? [];
  return words.length > 0 && words.every((word) => PLACES.has(word.toLowerCase()));
}

/** A word inside a hashtag, and whether a negation before it in the tag turns it round. */
export interface TagWord {
  readonly word: string;
  readonly turned: boolean;
}

const TAG_NEGATORS = new Set(['no', 'not', 'never', 'without', 'anti']);
const LONGEST_TAG = 40;

/** Words inside a hashtag: cut at capitals and figures; a tag in one case is cut into rated and common words, if it can be without a rest. */
export function hashtagWords(tag: string, valence: Valence): TagWord[] {
  const body = tag.slice(1).replaceAll('_', ' ');
  let words = (body.match(HASHTAG_WORDS) ?? []).map((word) => word.toLowerCase());
  const [only] = words;
  if (only !== undefined && words.length === 1) words = cutTag(only, valence) ?? words;
  let turned = false;
  // "NoJusticeNoPeace" turns each noun once.
  return words.map((word, index) => {
    if (TAG_NEGATORS.has(word) && index + 1 < words.length) {
      turned = true;
      return { word, turned: false };
    }
    return { word, turned };
  });
}

/** The cut of a tag into the fewest words that the lexicon or the list of common words knows; undefined when some rest stays. */
function cutTag(tag: string, valence: Valence): string[] | undefined {
  if (tag.length > LONGEST_TAG || valence(hashText(tag)) !== 0) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= tag.length; end += 1) {
    let shortest: string[] | undefined;
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      if (!before || (shortest && before.length + 1 >= shortest.length)) continue;
      const word = tag.slice(start, end);
      if (TAG_WORDS.has(word) || (word.length > 2 && valence(hashText(word)) !== 0)) shortest = [...before, word];
    }
    best[end] = shortest;
  }
  return best[tag.length];
}

/**
 * Turns a reading into the features of the linear model: words and pairs of words with their turn, letter groups inside words, and sums over
 * lexicon, emoji and shape. Everything is a sum over tokens, which is what lets every token be shown with its own share.
 */
export function extractFeatures(reading: EnglishReading, valence: Valence, learned: Valence): Features {
  const { tokens, text } = reading;
  const markings = markTokens(reading);
  const features: Features = {
    hashes: [],
    first: [],
    second: [],
    wordEntries: 0,
    wordScale: 1,
    letterScale: 1,
    denseScale: 1,
    denseIndex: [],
    denseValue: [],
    denseToken: [],
    markings,
    valences: [],
    scare: markings.some((marking) => marking.scare),
  };
  const { hashes, first, second } = features;
  const forms = tokens.map((token) =>
    token.piece.kind === 'emoji' ? text.slice(token.start, token.end) : formOf(token.normal, token.piece.kind, token.piece.run),
  );
  const plains = tokens.map((token, index) => valencesOf(token, forms[index] ?? '', text, valence, learned));
  const roles = settleRoles(tokens, markings, plains, text);
  let words = 0;
  let before = hashText('<start>');
  let beforeAt = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking) continue;
    const kind = token.piece.kind;
    const form = forms[index] ?? '';
    const role = roles[index] ?? 'plain';
    const isWord = kind === 'word';
    if (isWord) words += 1;
    const seed = role === 'relief' ? SEED_RELIEF : marking.turned ? SEED_TURNED : SEED_WORD;
    const own = (isWord || kind === 'hashtag' ? ROLE_HASHES.get(role) : undefined) ?? hashText(form, isWord ? seed : SEED_WORD);
    hashes.push(own);
    first.push(index);
    second.push(index);
    hashes.push(finish(Math.imul(before, 31) ^ own ^ SEED_PAIR));
    first.push(beforeAt);
    second.push(index);
    before = own;
    beforeAt = index;
    if (kind === 'hashtag' && role === 'plain') {
      for (const { word, turned } of hashtagWords(text.slice(token.start, token.end), valence)) {
        hashes.push(hashText(word, turned ? SEED_TURNED : SEED_WORD));
        first.push(index);
        second.push(index);
      }
    }
  }
  hashes.push(finish(Math.imul(before, 31) ^ hashText('<end>') ^ SEED_PAIR));
  first.push(beforeAt);
  second.push(beforeAt);
  features.wordEntries = hashes.length;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    const form = forms[index];
    if (!token || !marking || form === undefined || roles[index] !== 'plain') continue;
    if (token.piece.kind !== 'word' && token.piece.kind !== 'hashtag') continue;
    const seed = marking.turned ? SEED_LETTERS_TURNED : SEED_LETTERS;
    const padded = `${' '}${form.slice(0, LONGEST_LETTERED)} `;
    for (let start = 0; start + SHORTEST_GROUP <= padded.length; start += 1) {
      let hash = seed;
      for (let length = 1; length <= LONGEST_GROUP && start + length <= padded.length; length += 1) {
        hash = hashStep(hash, padded.charCodeAt(start + length - 1));
        if (length >= SHORTEST_GROUP) {
          hashes.push(finish(hash));
          first.push(index);
          second.push(index);
        }
      }
    }
  }
  features.wordScale = 1 / Math.sqrt(Math.max(1, features.wordEntries));
  features.letterScale = 1 / Math.sqrt(Math.max(1, hashes.length - features.wordEntries));
  features.denseScale = 1 / Math.sqrt(words + 4);
  addSums(reading, features, plains, roles);
  return features;
}

/** What is left of a word's valence when it is turned round: "not good" is less bad than "bad" (after VADER's 0.74). */
const TURNED_SHARE = -0.75;
const LONGEST_RUN = 3;

interface PlainValence {
  readonly listed: number;
  readonly learned: number;
}

function addSums(reading: EnglishReading, features: Features, plains: readonly PlainValence[], roles: readonly Role[]): void {
  const { tokens, text } = reading;
  const add = (name: DenseFeature, value: number, token: number): void => {
    const at = DENSE.get(name);
    if (at === undefined || value === 0) return;
    features.denseIndex.push(at);
    features.denseValue.push(features.markings[token]?.supposed ? value * SUPPOSED_SHARE : value);
    features.denseToken.push(token);
  };
  let contrast = false;
  let sentence = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const marking = features.markings[index];
    const plain = plains[index];
    const role = roles[index] ?? 'plain';
    if (!token || !marking || !plain) {
      features.valences.push(0);
      continue;
    }
    while (sentence + 1 < reading.sentences.length && index >= (reading.sentences[sentence]?.to ?? 0)) {
      sentence += 1;
      contrast = false;
    }
    const kind = token.piece.kind;
    if (kind === 'word' && CONTRASTS.has(token.normal)) contrast = true;
    addShape(token, text, add, index);
    if (marking.negator) add(role === 'cancelled' ? 'cancelled' : role === 'relief' ? 'relief' : 'negator', 1, index);
    if (marking.scare && features.markings[index - 1]?.scare !== true) add('scare', 1, index);
    if (role === 'relieving' || role === 'depriving') add(role, 1, index);
    // Names, topics and words that only turn others say nothing of their own.
    if (role !== 'plain' && role !== 'relief') {
      features.valences.push(0);
      continue;
    }
    const factor = marking.strength * (marking.turned ? TURNED_SHARE : 1);
    const shifted = marking.turned && features.markings[marking.turnedBy]?.shifter === true;
    const listed = (shifted ? turnableValence(token.normal, plain) : plain.listed) * factor;
    const guessed = plain.learned * factor;
    features.valences.push(listed !== 0 ? listed : guessed);
    if (guessed !== 0) add(guessed > 0 ? 'learned_pleased' : 'learned_upset', guessed, index);
    if (listed === 0) continue;
    if (contrast) add(listed > 0 ? 'after_contrast_pleased' : 'after_contrast_upset', listed, index);
    if (marking.turned) {
      if (listed > 0) add(shifted ? 'eased_upset' : 'denied_upset', listed, index);
      else add(shifted ? 'lost_pleased' : 'denied_pleased', listed, index);
    } else {
      add(listed > 0 ? 'pleased' : 'upset', listed, index);
      add(listed > 0 ? 'pleased_count' : 'upset_count', 1, index);
    }
  }
}

const NO_VALENCE: PlainValence = { listed: 0, learned: 0 };

function valencesOf(token: ReadToken, form: string, text: string, valence: Valence, learned: Valence): PlainValence {
  const kind = token.piece.kind;
  if (kind === 'emoji') return { listed: emojiValence(form), learned: 0 };
  if (kind === 'word' || kind === 'emoticon') {
    const hash = hashText(form);
    const found = { listed: valence(hash), learned: learned(hash) };
    if (token.piece.run <= 2 || (found.listed !== 0 && found.learned !== 0)) return found;
    // Stretched letters are tried again single ("loove", "loved").
    const single = hashText(form.replace(DOUBLED, '$1'));
    return { listed: found.listed || valence(single), learned: found.learned || learned(single) };
  }
  if (kind !== 'hashtag') return NO_VALENCE;
  let listed = 0;
  let guessed = 0;
  for (const { word, turned } of hashtagWords(text.slice(token.start, token.end), valence)) {
    const hash = hashText(word);
    listed += valence(hash) * (turned ? TURNED_SHARE : 1);
    guessed += learned(hash) * (turned ? TURNED_SHARE : 1);
  }
  return { listed, learned: guessed };
}

function addShape(
  token: ReadToken,
  text: string,
  add: (name: DenseFeature, value: number, token: number) => void,
  index: number,
): void {
  const { kind, run } = token.piece;
  if (kind === 'punctuation') {
    const mark = text.charAt(token.start);
    if (mark === '!') add('exclamation', Math.min(LONGEST_RUN, run), index);
    else if (mark === '?') add('question', Math.min(LONGEST_RUN, run), index);
    else if (mark === '…' || (mark === '.' && run > 1)) add('ellipsis', 1, index);
  } else if (kind === 'word') {
    const surface = text.slice(token.start, token.end);
    if (surface.length > 2 && surface === surface.toUpperCase() && surface !== surface.toLowerCase()) add('capitals', 1, index);
    if (run > 2) add('stretched', 1, index);
  } else if (kind === 'hashtag' || kind === 'mention' || kind === 'number') {
    add(kind, 1, index);
  } else if (kind === 'url') {
    add('link', 1, index);
  }
}
