import type { AgreementMark } from '#lib/core/reliability/agreement-band';
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

/**
 * What travels with every chart, file and sentence that uses a variable: "low agreement (alpha .52 [.31, .70], n = 24 double-coded)".
 *
 * @returns null where the agreement is good enough to need no mark.
 */
export function agreementSentence(words: Dictionary['reliability'], locale: Locale, mark: AgreementMark): string | null {
  switch (mark.band) {
    case 'good':
      return null;
    case 'uncoded':
    case 'one_coder':
      return words.bands[mark.band];
    case 'low':
    case 'tentative':
      return words.mark(words.bands[mark.band], alphaPhrase(words, locale, mark), mark.units);
  }
}
