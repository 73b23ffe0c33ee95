import type { ColumnLabels } from '#lib/core/csv/statement-columns';
import { agreementInWords, scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import type { Locale } from '#lib/i18n/locale';

/** The words that a file of statements has in a language. */
export function columnLabels(locale: Locale): ColumnLabels {
  const { common, reliability } = dictionaryOf(locale);
  return {
    stance: common.stance,
    agreement: (mark) => agreementInWords(reliability, locale, mark),
    scorer: (agreement) => scorerAgreementSentence(reliability, locale, agreement),
  };
}
