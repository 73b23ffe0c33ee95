import { emojiValence } from '#lib/nlp/english/emoji-valence';
import { finish, hashStep, hashText } from '#lib/nlp/english/hash-text';
import { markTokens, type TokenMarking } from '#lib/nlp/english/mark-tokens';
import { CONTRASTS, SHIFTERS } from '#lib/nlp/english/word-lists';
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
  'shifter',
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
const SEED_NAME = hashText('name:');
const SEED_SHIFTER = hashText('shifter:');

/** What a word counts inside a clause of what might be, or that something is only compared with. */
export const SUPPOSED_SHARE = 0.6;

const SHORTEST_GROUP = 3;
const LONGEST_GROUP = 5;
const LONGEST_LETTERED = 24;
const STRETCH = /([a-z])\1{2,}/g;
const DOUBLED = /([a-z])\1/g;
const HASHTAG_WORDS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** The form under which a token is counted. */
export function formOf(normal: string, kind: string): string {
  if (kind === 'url') return '<link>';
  if (kind === 'mention' || kind === 'email') return '<user>';
  if (kind === 'number') return '<number>';
  if (kind === 'foreign') return '<foreign>';
  return normal.replace(STRETCH, '$1$1');
}

/** Valence of a token's form, tried again with its stretched letters single ("loove", "loved"). */
function valenceOf(form: string, stretched: boolean, valence: Valence): number {
  const found = valence(hashText(form));
  return found !== 0 || !stretched ? found : valence(hashText(form.replace(DOUBLED, '$1')));
}

function seedOf(marking: TokenMarking, word: string, tellingName: boolean): number {
  if (tellingName) return SEED_NAME;
  if (marking.shifter && SHIFTERS.has(word)) return SEED_SHIFTER;
  return marking.turned ? SEED_TURNED : SEED_WORD;
}

/** Words inside a hashtag: cut at capitals, else (all small) by the lexicon's words at its start and end. */
export function hashtagWords(tag: string): string[] {
  const body = tag.slice(1).replaceAll('_', ' ');
  return (body.match(HASHTAG_WORDS) ?? []).map((word) => word.toLowerCase());
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
  const forms: string[] = [];
  const tellingNames = new Set<number>();
  let words = 0;
  let before = hashText('<start>');
  let beforeAt = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const marking = markings[index];
    if (!token || !marking) continue;
    const kind = token.piece.kind;
    const form = kind === 'emoji' ? text.slice(token.start, token.end) : formOf(token.normal, kind);
    forms.push(form);
    const isWord = kind === 'word';
    if (isWord) words += 1;
    // A name that is a telling word besides ("Justice") must not speak as that word; any other name is a word like others.
    const telling = marking.name && (valence(hashText(form)) !== 0 || learned(hashText(form)) !== 0);
    if (telling) tellingNames.add(index);
    const own = hashText(form, isWord ? seedOf(marking, token.normal, telling) : SEED_WORD);
    hashes.push(own);
    first.push(index);
    second.push(index);
    hashes.push(finish(Math.imul(before, 31) ^ own ^ SEED_PAIR));
    first.push(beforeAt);
    second.push(index);
    before = own;
    beforeAt = index;
    if (kind === 'hashtag') {
      for (const word of hashtagWords(text.slice(token.start, token.end))) {
        hashes.push(hashText(word, SEED_WORD));
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
    if (!token || !marking || form === undefined || tellingNames.has(index) || (marking.shifter && SHIFTERS.has(token.normal)))
      continue;
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
  addSums(reading, features, forms, valence, learned);
  return features;
}

/** What is left of a word's valence when it is turned round: "not good" is less bad than "bad" (after VADER's 0.74). */
const TURNED_SHARE = -0.75;
const NO_VALENCES = { listed: 0, learned: 0 };
const LONGEST_RUN = 3;

function addSums(
  reading: EnglishReading,
  features: Features,
  forms: readonly string[],
  valence: Valence,
  learned: Valence,
): void {
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
    const form = forms[index];
    if (!token || !marking || form === undefined) {
      features.valences.push(0);
      continue;
    }
    while (sentence + 1 < reading.sentences.length && index >= (reading.sentences[sentence]?.to ?? 0)) {
      sentence += 1;
      contrast = false;
    }
    const kind = token.piece.kind;
    if (kind === 'word' && CONTRASTS.has(token.normal)) contrast = true;
    // A name's meaning says nothing; a verb that turns its object round has its say in the object.
    const silent = marking.name || (marking.shifter && SHIFTERS.has(token.normal));
    const plain = silent ? NO_VALENCES : valencesOf(token, form, text, valence, learned);
    const factor = marking.strength * (marking.turned ? TURNED_SHARE : 1);
    const listed = plain.listed * factor;
    const guessed = plain.learned * factor;
    features.valences.push(listed !== 0 ? listed : guessed);
    if (listed !== 0) {
      const side = listed > 0;
      add(side ? 'pleased' : 'upset', listed, index);
      add(side ? 'pleased_count' : 'upset_count', 1, index);
      if (contrast) add(side ? 'after_contrast_pleased' : 'after_contrast_upset', listed, index);
    }
    if (guessed !== 0) add(guessed > 0 ? 'learned_pleased' : 'learned_upset', guessed, index);
    addShape(token, text, add, index);
    if (marking.negator) add('negator', 1, index);
    if (marking.shifter) add('shifter', 1, index);
  }
}

function valencesOf(
  token: ReadToken,
  form: string,
  text: string,
  valence: Valence,
  learned: Valence,
): { readonly listed: number; readonly learned: number } {
  const kind = token.piece.kind;
  if (kind === 'emoji') return { listed: emojiValence(form), learned: 0 };
  if (kind === 'word' || kind === 'emoticon') {
    return { listed: valenceOf(form, token.piece.run > 2, valence), learned: valenceOf(form, token.piece.run > 2, learned) };
  }
  if (kind !== 'hashtag') return { listed: 0, learned: 0 };
  let listed = 0;
  let guessed = 0;
  for (const word of hashtagWords(text.slice(token.start, token.end))) {
    const hash = hashText(word);
    listed += valence(hash);
    guessed += learned(hash);
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
