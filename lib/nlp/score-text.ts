import type { TextScore } from '#lib/core/score';
import { noScore } from '#lib/nlp/no-score';
import { scoreByWinkLexicon } from '#lib/nlp/wink-lexicon';

/** The longest text that is scored, in UTF-16 units; ten times what a statement may hold. */
export const LONGEST_SCORED_TEXT = 100_000;

/** What a caller may ask for beside the language. */
export interface ScoreOptions {
  /** Whether words inside quotation marks count; `include` unless said. */
  readonly quoted?: 'include' | 'exclude';
  /** Folder of the model files; `lib/nlp/models` under the working directory unless said. */
  readonly modelsFolder?: string;
}

/**
 * Scores the wording of a text. Total: any string gets an answer, in time that grows linearly with its length; trouble is a
 * `reason`, never a throw, and no number is ever NaN. Models load at the first call.
 *
 * @param text the text as it stands in the record; offsets of the evidence point into it.
 * @param language BCP 47 tag of the text, or `auto` to have it told by its script and words.
 * @param options see {@link ScoreOptions}.
 */
export function scoreText(text: string, language = 'auto', _options: ScoreOptions = {}): TextScore {
  if (text.trim() === '') return noScore('empty', language === 'auto' ? 'und' : language);
  if (text.length > LONGEST_SCORED_TEXT) return noScore('too_long', language === 'auto' ? 'und' : language);
  const read = language === 'auto' ? guessLanguage(text) : language;
  const primary = read.toLowerCase().split('-')[0];
  if (primary === 'en') return scoreByWinkLexicon(text, read);
  return noScore('language_not_read', read);
}

/** By script alone until the language detector takes over. */
function guessLanguage(text: string): string {
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0;
  if (arabic > latin) return 'ar';
  return latin > 0 ? 'en' : 'und';
}
