import { join } from 'node:path';
import type { EvidenceFlag, TextScore } from '#lib/core/score';
import { scoreArabic } from '#lib/nlp/arabic/score-arabic';
import { detectLanguage, type LanguagePart } from '#lib/nlp/detect-language';
import { scoreEnglish } from '#lib/nlp/english/score-english';
import { noScore } from '#lib/nlp/no-score';

/** The longest text that is scored, in UTF-16 units; ten times what a statement may hold. */
export const LONGEST_SCORED_TEXT = 100_000;

/** What a caller may ask for beside the language. */
export interface ScoreOptions {
  /** Whether words inside quotation marks count; `include` unless said. */
  readonly quoted?: 'include' | 'exclude';
  /** Whether the evidence names every token; `true` unless said. Scores are the same either way. */
  readonly explain?: boolean;
  /** Folder of the model files; `lib/nlp/models` under the working directory unless said. */
  readonly modelsFolder?: string;
}

type Scorer = (text: string, language: string, options: ScoreOptions & { readonly modelsFolder: string }) => TextScore;

/** Scorers by primary language subtag. */
const SCORERS: ReadonlyMap<string, Scorer> = new Map<string, Scorer>([
  ['en', scoreEnglish],
  [
    'ar',
    (text, language, { quoted, modelsFolder }) => scoreArabic(text, { language, modelsFolder, ...(quoted ? { quoted } : {}) }),
  ],
]);

function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/**
 * Scores the wording of a text. Total: any string gets an answer, in time that grows linearly with its length; trouble is a
 * `reason`, never a throw, and no number is ever NaN. Models load at the first call.
 *
 * @param text the text as it stands in the record; offsets of the evidence point into it.
 * @param language BCP 47 tag of the text, or `auto` to have it told by its script and words. In a text of several languages, only the sentences
 *   in the language that most of it is in are read, and the flag `mixed_language` says so.
 * @param options see {@link ScoreOptions}.
 */
export function scoreText(text: string, language = 'auto', options: ScoreOptions = {}): TextScore {
  const named = language === 'auto' ? 'und' : language;
  if (text.trim() === '') return noScore('empty', named);
  if (text.length > LONGEST_SCORED_TEXT) return noScore('too_long', named);
  const modelsFolder = options.modelsFolder ?? join(process.cwd(), 'lib', 'nlp', 'models');
  if (language !== 'auto') return scoreAs(text, language, { ...options, modelsFolder });
  const detected = detectLanguage(text);
  if (!detected.parts) return scoreAs(text, detected.language, { ...options, modelsFolder });
  const read = largestReadable(detected.parts);
  if (!read) return noScore('language_not_read', detected.language, ['mixed_language']);
  const own = blankOtherParts(text, detected.parts, read);
  return withFlag(scoreAs(own, read, { ...options, modelsFolder }), 'mixed_language');
}

function scoreAs(text: string, language: string, options: ScoreOptions & { readonly modelsFolder: string }): TextScore {
  const scorer = SCORERS.get(primaryOf(language));
  return scorer ? scorer(text, language, options) : noScore('language_not_read', language);
}

/** The tag of the language with a scorer that most of the text is in. */
function largestReadable(parts: readonly LanguagePart[]): string | undefined {
  const lengths = new Map<string, number>();
  for (const part of parts) {
    if (SCORERS.has(primaryOf(part.language)))
      lengths.set(part.language, (lengths.get(part.language) ?? 0) + part.end - part.start);
  }
  return [...lengths].sort((left, right) => right[1] - left[1])[0]?.[0];
}

/** The text with the sentences of other languages blanked, so that offsets stay as they were. */
function blankOtherParts(text: string, parts: readonly LanguagePart[], kept: string): string {
  return parts
    .map((part) => (part.language === kept ? text.slice(part.start, part.end) : ' '.repeat(part.end - part.start)))
    .join('');
}

function withFlag(score: TextScore, flag: EvidenceFlag): TextScore {
  if (score.evidence.flags.includes(flag)) return score;
  return { ...score, evidence: { ...score.evidence, flags: [...score.evidence.flags, flag] } };
}
