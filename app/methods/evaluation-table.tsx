import type { ReactNode } from 'react';
import 'server-only';

import { formatDate, formatNumber, formatPercent } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { getEvaluation } from '#lib/usecases/get-evaluation';
import { DataTable } from '../_components/data-table';
import { getDictionary, getLocale } from '../locale';

interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** "0.664 [0.657, 0.671]" in the language's digits, the interval on a line of its own. */
function figure(locale: Locale, { value, low, high }: Figure): ReactNode {
  const number = (each: number): string => formatNumber(locale, each, 3);
  const separator = locale === 'ar' ? '؛ ' : ', ';
  const interval = `[${number(low)}${separator}${number(high)}]`;
  return (
    <>
      {number(value)} <span className="figure-interval">{interval}</span>
    </>
  );
}

/** How each scorer did on each test set, as the evaluate command measured it. */
export async function EvaluationTable() {
  const { methods } = await getDictionary();
  const locale = await getLocale();
  const words = methods.evaluation;
  const evaluation = getEvaluation();
  const percent = (share: number) => <span>{formatPercent(locale, share, 1)}</span>;
  return (
    <>
      {evaluation.sets.map((set) => (
        <DataTable
          key={set.title}
          caption={
            <>
              {words.caption}:{' '}
              <bdi lang="en" dir="ltr">
                {set.title}
              </bdi>
            </>
          }
          rows={set.scorers}
          rowKey={(row) => `${row.scorer} ${row.version}`}
          columns={[
            {
              key: 'scorer',
              heading: words.scorer,
              cell: (row) => (
                <bdi dir="ltr">
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
      <h3>{words.calibration.title}</h3>
      <p>{words.calibration.lead}</p>
      <DataTable
        caption={words.calibration.caption}
        rows={evaluation.sets}
        rowKey={({ title }) => title}
        columns={[
          { key: 'set', heading: words.set, cell: ({ title }) => <bdi>{title}</bdi> },
          {
            key: 'error',
            heading: words.calibration.error,
            isNumeric: true,
            cell: ({ calibrationError }) => percent(calibrationError),
          },
          { key: 'unsure', heading: words.calibration.unsure, isNumeric: true, cell: ({ unsure }) => percent(unsure.share) },
          {
            key: 'rightUnsure',
            heading: words.calibration.rightUnsure,
            isNumeric: true,
            cell: ({ unsure }) => percent(unsure.accuracy),
          },
          {
            key: 'rightSure',
            heading: words.calibration.rightSure,
            isNumeric: true,
            cell: ({ unsure }) => percent(unsure.accuracyOfSure),
          },
        ]}
      />
      <h3 id="sentiment-is-no-stance">{words.stance.title}</h3>
      <p>{words.stance.lead}</p>
      <DataTable
        caption={words.stance.caption}
        rows={evaluation.stance}
        rowKey={({ set }) => set}
        columns={[
          { key: 'set', heading: words.set, cell: ({ set }) => <bdi dir="ltr">{set}</bdi> },
          { key: 'n', heading: words.n, isNumeric: true, cell: ({ n }) => formatNumber(locale, n) },
          { key: 'score', heading: words.stance.fromScore, isNumeric: true, cell: ({ fromScore }) => percent(fromScore) },
          {
            key: 'people',
            heading: words.stance.fromPeople,
            isNumeric: true,
            cell: ({ fromHumanSentiment }) => percent(fromHumanSentiment),
          },
          { key: 'majority', heading: words.stance.majority, isNumeric: true, cell: ({ majority }) => percent(majority) },
        ]}
      />
      {evaluation.readings.length === 0 ? null : (
        <>
          <h3>{words.readings.title}</h3>
          <p>{words.readings.lead}</p>
          <DataTable
            caption={words.readings.caption}
            rows={evaluation.readings}
            rowKey={({ set }) => set}
            columns={[
              { key: 'set', heading: words.set, cell: ({ set }) => <bdi dir="ltr">{set}</bdi> },
              { key: 'n', heading: words.n, isNumeric: true, cell: ({ n }) => formatNumber(locale, n) },
              {
                key: 'alike',
                heading: words.readings.alike,
                isNumeric: true,
                cell: ({ agreeing }) => formatNumber(locale, agreeing),
              },
              {
                key: 'rightAlike',
                heading: words.readings.rightAlike,
                isNumeric: true,
                cell: ({ rightAgreeing }) => percent(rightAgreeing),
              },
              {
                key: 'original',
                heading: words.readings.original,
                isNumeric: true,
                cell: ({ rightOriginal }) => percent(rightOriginal),
              },
              {
                key: 'translation',
                heading: words.readings.translation,
                isNumeric: true,
                cell: ({ rightTranslation }) => percent(rightTranslation),
              },
            ]}
          />
        </>
      )}
      <p className="hint">{words.measuredOn(formatDate(locale, evaluation.measured))}</p>
    </>
  );
}
