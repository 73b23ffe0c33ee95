import type { PairReliability } from '#lib/core/reliability/reliability-report';
import { isolate } from '#lib/core/text/isolate';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber, formatPercent } from '#lib/i18n/format';
import { formatCoefficient, formatCoefficientInterval } from '#lib/i18n/format-coefficient';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../../_components/data-table';
import { IsolatedText } from '../../../_components/isolated-text';

interface PairsTableProps {
  readonly pairs: readonly PairReliability[];
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Under so many shared statements no percentage is written. */
const ENOUGH_FOR_SHARE = 5;

/** Every two coders who share statements: kappa and plain agreement. */
export function PairsTable({ pairs, dictionary, locale }: PairsTableProps) {
  const { reliability: words, common } = dictionary;
  if (pairs.length === 0) return <p className="hint">{words.pairs.none}</p>;
  return (
    <DataTable
      caption={words.pairs.caption}
      rows={pairs}
      rowKey={({ firstCoder, secondCoder }) => `${firstCoder} ${secondCoder}`}
      columns={[
        {
          key: 'pair',
          heading: words.pairs.pair,
          cell: ({ firstCoder, secondCoder }) => (
            <IsolatedText text={words.pairs.and(isolate(firstCoder), isolate(secondCoder))} />
          ),
        },
        {
          key: 'kappa',
          heading: words.pairs.kappa,
          cell: ({ kappa }) =>
            kappa.kappa === null ? (
              kappa.reason === null ? (
                '–'
              ) : (
                words.reasons[kappa.reason]
              )
            ) : (
              <span>
                {formatCoefficient(locale, kappa.kappa)} {kappa.ci === null ? '' : formatCoefficientInterval(locale, kappa.ci)}
              </span>
            ),
          isNumeric: true,
        },
        {
          key: 'agreement',
          heading: words.pairs.agreement,
          cell: ({ agreement }) => common.counts.of(agreement.agreed, agreement.n),
          isNumeric: true,
        },
        {
          key: 'share',
          heading: words.pairs.share,
          cell: ({ agreement }) =>
            agreement.share === null || agreement.n < ENOUGH_FOR_SHARE ? '–' : formatPercent(locale, agreement.share),
          isNumeric: true,
        },
        { key: 'n', heading: words.pairs.shared, cell: ({ kappa }) => formatNumber(locale, kappa.n), isNumeric: true },
      ]}
    />
  );
}
