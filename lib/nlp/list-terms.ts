import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Model, WinkMethods } from 'wink-nlp';
import { searchChunks } from '#lib/core/search/search-words';
import { foldText } from '#lib/core/text/fold-text';
import { splitPieces } from '#lib/nlp/split-pieces';

/** Languages whose words can be listed. */
export type TermLanguage = 'en' | 'ar';

const LONGEST_WORD = 40;
/** wink-nlp keeps every word that it has ever met: after so many a fresh instance takes over. */
const WORDS_PER_INSTANCE = 2_000_000;
/** Parts of speech that carry content. */
const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);

/**
 * Arabic words that carry no content of their own: particles, pronouns, prepositions with their endings, forms of "to be". Folded as
 * `foldText` folds.
 */
const ARABIC_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'في من الي علي عن مع بين حتي منذ عند لدي قبل بعد تحت فوق دون بدون ضد حول خلال عبر نحو امام وراء خلف ضمن رغم بسبب مثل ' +
    'و ف ب ل ك او ام ثم بل لكن لكنه لكنها اما اذا اذ ان انه انها انهم اننا لان لانه لانها كان كانت كانوا يكون تكون سيكون ليس ليست ليسوا لا لم لن ما قد لقد سوف ' +
    'هو هي هم هن نحن انت انتم انا هذا هذه هؤلاء ذلك تلك اولئك هنا هناك الذي التي الذين اللذين اللواتي ' +
    'كل بعض اي كما كيف متي اين ماذا لماذا هل نعم كلا غير سوي ايضا فقط جدا اكثر اقل منه منها منهم فيه فيها فيهم له لها لهم لنا لي لك به بها بهم بنا ' +
    'عليه عليها عليهم علينا اليه اليها اليهم الينا عنه عنها عنهم معه معها معهم معنا عندما حين حيث حينما بينما لو لولا كي لكي ولا وان وهو وهي وهم وما ولم ولن ومن وفي وعلي ' +
    'يا ها اذن الا انما ربما لعل ليت قال قالت يقول تقول قالوا يوم'
  )
    .split(' ')
    .map((word) => foldText(word)),
);

let instance: WinkMethods | undefined;
let wordsRead = 0;

function wink(): WinkMethods {
  if (instance !== undefined && wordsRead < WORDS_PER_INSTANCE) return instance;
  // Required at the first call and from the project's own folder: nothing loads at import, and no bundler rewrites it.
  const requireHere = createRequire(join(process.cwd(), 'package.json'));
  const winkNLP: typeof import('wink-nlp').default = requireHere('wink-nlp');
  const model: Model = requireHere('wink-eng-lite-web-model');
  instance = winkNLP(model, ['pos']);
  wordsRead = 0;
  return instance;
}

function englishTerms(text: string): ListedTerm[] {
  // Only words, and none long: punctuation and links are what makes wink-nlp's own tokenizer run for minutes.
  const words = splitPieces(text)
    .filter((piece) => piece.kind === 'word')
    .map((piece) => text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_WORD)));
  if (words.length === 0) return [];
  wordsRead += words.length;
  const nlp = wink();
  const tokens = nlp.readDoc(words.join(' ')).tokens();
  // @ts-expect-error the package's types declare one parameter more than it hands to its own `lemma`
  const lemmas: string[] = tokens.out(nlp.its.lemma);
  const parts = tokens.out(nlp.its.pos);
  const stops = tokens.out(nlp.its.stopWordFlag);
  return lemmas.flatMap((lemma, index) => {
    const term = String(lemma).toLowerCase();
    const isContent = CONTENT.has(String(parts[index])) && stops[index] !== true;
    return isContent && term.length > 1 && /\p{L}/u.test(term) ? [{ term, written: term }] : [];
  });
}

/** Letters of the Arabic script with their marks. */
const ARABIC_WORD = /[\p{Script=Arabic}\p{M}ـ]+/gu;
const MARKS_AND_TATWEEL = /[\p{M}ـ]/gu;

/** The end of a word as its writer spelt it, where a term is the folded end of it: `العدالة` for `عداله` gives `عدالة`. */
function writtenEnd(word: string, term: string): string {
  const end = word.slice(-term.length);
  return foldText(end) === term ? end : term;
}

function arabicTerms(text: string): ListedTerm[] {
  return [...text.normalize('NFKC').matchAll(ARABIC_WORD)].flatMap(([found]) => {
    // Hamzas are marks of their own once decomposed: composed first, they stay with their letter.
    const word = found.normalize('NFC').replaceAll(MARKS_AND_TATWEEL, '');
    return searchChunks(foldText(word)).flatMap(({ words }) =>
      words.flatMap(({ base, full }) => {
        const isContent =
          /\p{Script=Arabic}{2}/u.test(base) && !ARABIC_FUNCTION_WORDS.has(full) && !ARABIC_FUNCTION_WORDS.has(base);
        return isContent ? [{ term: base, written: writtenEnd(word, base) }] : [];
      }),
    );
  });
}

/** A word that is counted, and how it was written in this place. */
export interface ListedTerm {
  readonly term: string;
  readonly written: string;
}

/**
 * The words of a text that carry content, each as often as it stands there: lemmas of wink-nlp for English; for Arabic the folded
 * words without their article, with their spelling.
 * @param text any text; time grows linearly with its length.
 */
export function listTerms(text: string, language: TermLanguage): readonly ListedTerm[] {
  return language === 'ar' ? arabicTerms(text) : englishTerms(text);
}
