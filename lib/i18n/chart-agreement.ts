import type { ChartedCode } from '#lib/core/charts/chart';
import type { AgreementMark } from '#lib/core/reliability/agreement-band';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { agreementSentence, scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatList } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';

/**
 * What travels with a chart: how far coders agree on what it counts, and its scorers with the coders. Variables and scorers of
 * which the same is said are named together.
 *
 * @param codes the coded variables that the chart rests on with their marks, in the order in which they are named
 * @param scorers the scorers whose scores it shows; empty where it shows none
 * @returns null where nothing has to be said
 */
export function chartAgreement(
  { compare, reliability }: Pick<Dictionary, 'compare' | 'reliability'>,
  locale: Locale,
  codes: readonly (readonly [ChartedCode, AgreementMark])[],
  scorers: readonly MachineAgreement[],
): string | null {
  const said = new Map<string, string[]>();
  const say = (sentence: string, name: string) => said.set(sentence, [...(said.get(sentence) ?? []), name]);
  for (const [code, mark] of codes) {
    const sentence = agreementSentence(reliability, locale, mark);
    if (sentence !== null) say(sentence, compare.agreementOf[code]);
  }
  const ofScorers = new Map<string, string[]>();
  for (const agreement of scorers) {
    const sentence = scorerAgreementSentence(reliability, locale, agreement);
    ofScorers.set(sentence, [...(ofScorers.get(sentence) ?? []), agreement.scorer]);
  }
  const sentences = [
    ...[...said].map(([sentence, names]) => compare.agreement(formatList(locale, names), sentence)),
    ...[...ofScorers].map(([sentence, names]) => compare.scorers(formatList(locale, [...new Set(names)]), sentence)),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}
