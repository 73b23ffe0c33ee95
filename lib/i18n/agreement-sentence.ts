import type { AgreementMark } from '#lib/core/reliability/agreement-band';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';
import type { Locale } from '#lib/i18n/locale';

/** "alpha .52 [.31, .70]", or that there is none and why. */
export function alphaPhrase(words: Dictionary['reliability'], locale: Locale, mark: AgreementMark): string {
  if (mark.alpha === null) {
    return mark.reason === null ? words.notComputable : words.notComputableBecause(words.reasons[mark.reason]);
  }
  const alpha = formatCoefficient(locale, mark.alpha);
  return mark.ci === null ? words.alpha(alpha) : words.alphaWithInterval(alpha, formatCoefficientInterval(locale, mark.ci));
}

/** The band of a variable with its alpha, interval and n, good agreement included: "low agreement (alpha .52 [.31, .70], n = 24 double-coded)". */
export function agreementInWords(words: Dictionary['reliability'], locale: Locale, mark: AgreementMark): string {
  const band = words.bands[mark.band];
  return mark.band === 'uncoded' || mark.band === 'one_coder'
    ? band
    : words.mark(band, alphaPhrase(words, locale, mark), mark.units);
}

/**
 * What travels with every chart, picture and sentence that uses a variable: "low agreement (alpha .52 [.31, .70], n = 24 double-coded)".
 *
 * @returns null where the agreement is good enough to need no mark.
 */
export function agreementSentence(words: Dictionary['reliability'], locale: Locale, mark: AgreementMark): string | null {
  return mark.band === 'good' ? null : agreementInWords(words, locale, mark);
}

/**
 * What stands next to a machine score: how far its scorer agrees with the project's coders in that language, or that nobody has
 * checked it.
 */
export function scorerAgreementSentence(
  words: Dictionary['reliability'],
  locale: Locale,
  agreement: MachineAgreement | undefined,
): string {
  if (agreement === undefined || agreement.kappa.n === 0 || agreement.kappa.kappa === null) return words.machine.notChecked;
  const { kappa, ci, n } = agreement.kappa;
  const interval = ci === null ? '' : ` ${formatCoefficientInterval(locale, ci)}`;
  return words.machine.agrees(`${formatCoefficient(locale, kappa)}${interval}`, n);
}
