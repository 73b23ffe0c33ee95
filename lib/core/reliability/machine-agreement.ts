import type { PairedCode } from '#lib/core/reliability/coder-pairs';
import { cohenKappa, type KappaResult } from '#lib/core/reliability/cohen-kappa';
import { type ConfusionTable, confusionTable } from '#lib/core/reliability/confusion';
import { type PercentAgreement, percentAgreement } from '#lib/core/reliability/percent-agreement';
import { SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { compareText } from '#lib/core/text/text-order';

/** A scorer, in one version, and a language that it read. */
export interface ScorerReading {
  readonly scorer: string;
  readonly version: string;
  /** BCP 47 tag of the language that the scorer read. */
  readonly language: string;
}

/** One text that a machine scored and people coded for sentiment. */
export interface ScoredAndCoded extends ScorerReading {
  readonly statementId: string;
  /** In [-1, 1] with its label; both null where the scorer gave no score. */
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  /** People's resolved sentiment as a number on a scale around 0 (-2 to 2 on five points); null where disputed or uncoded. */
  readonly human: number | null;
  /** The largest number of that scale. */
  readonly humanMax: number;
}

export interface SentimentDisagreement {
  readonly statementId: string;
  readonly score: number;
  readonly label: SentimentLabel;
  readonly human: number;
  /** Distance of the two in [0, 2], people's scale stretched to [-1, 1]. */
  readonly distance: number;
}

/** How far one version of a scorer agrees with people in one language. */
export interface MachineAgreement {
  readonly scorer: string;
  readonly version: string;
  readonly language: string;
  /** Of the three labels, unweighted. n = 0 means: not yet checked against coders. */
  readonly kappa: KappaResult;
  readonly agreement: PercentAgreement;
  /** Rows are people, columns the machine. */
  readonly confusion: ConfusionTable;
  /** Texts that people coded and the scorer gave no score; they are in no coefficient. */
  readonly codedWithoutScore: number;
  /** Texts on which people differ and nobody has decided; they are in no coefficient either. */
  readonly disputed: number;
  /** Those whose labels differ, the farthest apart first. */
  readonly largestDisagreements: readonly SentimentDisagreement[];
}

/**
 * Agreement of a scorer's label with people's sentiment, for each scorer, version and language. People's scale is
 * folded to three labels by its sign.
 *
 * @param rows one a statement and score, in any order
 * @param options.confidence in (0, 1)
 * @param options.listed how many of the largest disagreements to name
 * @param options.scorers what gives scores, to be named also where people have coded none of them
 */
export function machineAgreement(
  rows: readonly ScoredAndCoded[],
  options: { readonly confidence?: number; readonly listed?: number; readonly scorers?: readonly ScorerReading[] } = {},
): MachineAgreement[] {
  const { confidence = 0.95, listed = 10, scorers = [] } = options;
  const groups = new Map<string, ScorerReading & { readonly rows: ScoredAndCoded[] }>();
  const groupOf = ({ scorer, version, language }: ScorerReading) => {
    const key = JSON.stringify([scorer, version, language]);
    const group = groups.get(key) ?? { scorer, version, language, rows: [] };
    groups.set(key, group);
    return group;
  };
  for (const scorer of scorers) groupOf(scorer);
  for (const row of rows) groupOf(row).rows.push(row);
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { scorer, version, language, rows: group }]) => {
      const both = group.flatMap(compared).sort((a, b) => compareText(a.pair.unit, b.pair.unit));
      const codes = both.map(({ pair }) => pair);
      return {
        scorer,
        version,
        language,
        kappa: cohenKappa(codes, { order: SENTIMENT_LABELS, confidence }),
        agreement: percentAgreement(codes, confidence),
        confusion: confusionTable(codes, SENTIMENT_LABELS),
        codedWithoutScore: group.filter(({ human, score }) => human !== null && score === null).length,
        disputed: group.filter(({ human }) => human === null).length,
        largestDisagreements: both
          .filter(({ pair }) => pair.first !== pair.second)
          .map(({ disagreement }) => disagreement)
          .sort((a, b) => b.distance - a.distance || compareText(a.statementId, b.statementId))
          .slice(0, listed),
      };
    });
}

function compared(row: ScoredAndCoded): { readonly pair: PairedCode; readonly disagreement: SentimentDisagreement }[] {
  const { statementId, score, label, human, humanMax } = row;
  if (score === null || label === null || human === null) return [];
  if (!(humanMax > 0) || Math.abs(human) > humanMax) {
    throw new RangeError(`human sentiment must lie in [-${humanMax}, ${humanMax}], got ${human}`);
  }
  return [
    {
      pair: { unit: statementId, first: labelOf(human), second: label },
      disagreement: { statementId, score, label, human, distance: Math.abs(score - human / humanMax) },
    },
  ];
}

function labelOf(human: number): SentimentLabel {
  if (human === 0) return 'neutral';
  return human < 0 ? 'negative' : 'positive';
}
