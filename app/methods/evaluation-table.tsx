import 'server-only';

import { join } from 'node:path';
import { formatDate, formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../_components/data-table';
import { getDictionary, getLocale } from '../locale';
import { readEvaluation } from './read-evaluation';

interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** "0.664 [0.657, 0.671]" in the language's digits. */
function figure(locale: Locale, { value, low, high }: Figure): string {
  const number = (each: number): string => formatNumber(locale, each, 3);
  return `${number(value)} [${number(low)}, ${number(high)}]`;
}

/** How each scorer did on each test set, as the evaluate command measured it. */
export async function EvaluationTable() {
  const { methods } = await getDictionary();
  const locale = await getLocale();
  const words = methods.evaluation;
  const evaluation = await readEvaluation(join(process.cwd(), 'lib', 'nlp', 'models', 'evaluation.json'));
  if (evaluation === null) return <p className="hint">{words.missing}</p>;
  return (
    <>
      {evaluation.sets.map((set) => (
        <DataTable
          key={set.title}
          caption={`${words.caption}: ${set.title}`}
          rows={set.scorers}
          rowKey={(row) => `${row.scorer} ${row.version}`}
          columns={[
            {
              key: 'scorer',
              heading: words.scorer,
              cell: (row) => (
                <bdi>
                  {row.scorer} {row.version}
                </bdi>
              ),
            },
            { key: 'n', heading: words.n, isNumeric: true, cell: (row) => formatNumber(locale, row.n) },
            { key: 'accuracy', heading: words.accuracy, isNumeric: true, cell: (row) => figure(locale, row.accuracy) },
            { key: 'macroRecall', heading: words.macroRecall, isNumeric: true, cell: (row) => figure(locale, row.macroRecall) },
            { key: 'macroF1', heading: words.macroF1, isNumeric: true, cell: (row) => figure(locale, row.macroF1) },
            {
              key: 'pearson',
              heading: words.pearson,
              isNumeric: true,
              cell: (row) => (row.pearson === null ? words.notMeasured : figure(locale, row.pearson)),
            },
            {
              key: 'speed',
              heading: words.speed,
              isNumeric: true,
              cell: (row) => formatNumber(locale, Math.round(row.msPerThousand)),
            },
          ]}
        />
      ))}
      <p className="hint">{words.measuredOn(formatDate(locale, evaluation.measured))}</p>
    </>
  );
}
