import type { EvidenceFlag } from '#lib/core/score';
import type { Features } from '#lib/nlp/english/extract-features';
import { findQuotations } from '#lib/nlp/english/quoted-speech';
import type { EnglishReading } from '#lib/nlp/wink-pipeline';

/** Turns of phrase in which praise is seldom meant. */
const MOCKING =
  /\b(?:yeah,? right|oh,? (?:great|sure|wonderful|lovely|joy|perfect)|thank(?:s| you) for nothing|so much for|as if|how (?:generous|kind|nice|thoughtful|lovely|convenient) of|what a (?:surprise|shock|joke)|big surprise|good luck with that|slow clap|just what (?:we|i) needed|well done,? (?:you|now)|congrat(?:s|ulations) on (?:burn|kill|destroy|ruin|los|mak)\w*|(?:really|truly) the best people|nice try|wow,? (?:just )?wow)\b|#(?:not|sarcasm|irony|sarcastic)\b|\/s\s*$/i;

const STRONG = 1.5;
const FOREIGN_SHARE = 0.2;

/** What makes a score doubtful, or must be known to read it. Each flag is a plain rule; none changes the score. */
export function findFlags(text: string, reading: EnglishReading, features: Features): EvidenceFlag[] {
  const flags: EvidenceFlag[] = [];
  const { tokens } = reading;
  if (findQuotations(text).length > 0) flags.push('quote');
  let words = 0;
  let foreign = 0;
  let pleased = 0;
  let upset = 0;
  let laughs = false;
  let question = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const { kind } = token.piece;
    if (kind === 'word') words += 1;
    if (kind === 'foreign') foreign += 1;
    if (kind === 'punctuation' && (token.normal === '?' || token.normal === '؟')) question = true;
    const value = features.valences[index] ?? 0;
    if (value > STRONG) pleased += 1;
    if (value < -STRONG) upset += 1;
    if (kind === 'emoji' && /^[🙄😒🙃😏]/u.test(token.normal)) laughs = true;
  }
  if (question) flags.push('question');
  if (features.markings.some((marking) => marking.supposed)) flags.push('conditional');
  const contradicts = pleased > 0 && upset > 0 && /!/.test(text) && tokens.length < 40;
  if (MOCKING.test(text.slice(0, 2_000)) || contradicts || (laughs && pleased > 0) || features.scare)
    flags.push('possible_sarcasm');
  if (foreign > 0 && foreign >= (words + foreign) * FOREIGN_SHARE) flags.push('mixed_language');
  return flags;
}
