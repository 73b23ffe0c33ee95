import { type AgreementMark, agreementMark } from '#lib/core/reliability/agreement-band';
import { type AlphaWithInterval, alphaWithInterval, type BootstrapOptions } from '#lib/core/reliability/alpha-bootstrap';
import { coderPairs } from '#lib/core/reliability/coder-pairs';
import { cohenKappa, type KappaResult, type KappaWeights } from '#lib/core/reliability/cohen-kappa';
import { type ConfusionTable, confusionTable, pooledConfusionTable } from '#lib/core/reliability/confusion';
import { type PercentAgreement, percentAgreement } from '#lib/core/reliability/percent-agreement';
import type { ReliabilityCoding, ReliabilityInput, ReliabilityLevel } from '#lib/core/reliability/reliability-coding';
import { compareText } from '#lib/core/text/text-order';

/** Two coders: how far they agree, and where they do not. */
export interface PairReliability {
  readonly firstCoder: string;
  readonly secondCoder: string;
  /** Unweighted for nominal codes, linear weights where codes have an order. */
  readonly kappa: KappaResult;
  readonly agreement: PercentAgreement;
  readonly confusion: ConfusionTable;
}

/** One group of units, such as a camp or a language. */
export interface GroupReliability {
  /** Which kind of group: a key of the codings' `groups`. */
  readonly dimension: string;
  readonly group: string;
  readonly alpha: AlphaWithInterval;
  readonly mark: AgreementMark;
  /** Over all pairs of coders within units. */
  readonly agreement: PercentAgreement;
}

/** Everything that is said of one variable's reliability. */
export interface ReliabilityReport {
  readonly level: ReliabilityLevel;
  readonly alpha: AlphaWithInterval;
  readonly mark: AgreementMark;
  readonly codings: number;
  /** Units that anybody coded; those that enter alpha are `alpha.unitIds`. */
  readonly codedUnits: number;
  /** Over all pairs of coders within units; its interval takes pairs for independent, which with three coders they are not quite. */
  readonly agreement: PercentAgreement;
  readonly confusion: ConfusionTable;
  /** Units on which not all coders say the same, by id. */
  readonly disputedUnits: readonly string[];
  readonly pairs: readonly PairReliability[];
  readonly groups: readonly GroupReliability[];
}

/**
 * Reliability of one variable: alpha with interval, each pair of coders, the confusion table, and the same by group.
 *
 * @param options seed, draws and confidence of the bootstrap; every group is drawn with the same seed
 * @throws RangeError when a coder has two codings of one unit, or an option is out of range
 */
export function reliabilityReport(input: ReliabilityInput, options: BootstrapOptions = {}): ReliabilityReport {
  const { codings, level, order } = input;
  const alpha = alphaWithInterval(input, options);
  const pairs = coderPairs(codings);
  const allCodes = pairs.flatMap(({ codes }) => codes);
  const weights: KappaWeights = level === 'nominal' ? 'none' : 'linear';
  const disputed = new Set(allCodes.filter(({ first, second }) => first !== second).map(({ unit }) => unit));

  return {
    level,
    alpha,
    mark: agreementMark(alpha),
    codings: codings.length,
    codedUnits: new Set(codings.map((coding) => coding.unit)).size,
    agreement: percentAgreement(allCodes, options.confidence),
    confusion: pooledConfusionTable(allCodes, order),
    disputedUnits: [...disputed].sort(compareText),
    pairs: pairs.map(({ firstCoder, secondCoder, codes }) => ({
      firstCoder,
      secondCoder,
      kappa: cohenKappa(codes, { weights, order, confidence: options.confidence }),
      agreement: percentAgreement(codes, options.confidence),
      confusion: confusionTable(codes, order),
    })),
    groups: groupReliability(input, options),
  };
}

function groupReliability(input: ReliabilityInput, options: BootstrapOptions): GroupReliability[] {
  const dimensions = new Map<string, Map<string, ReliabilityCoding[]>>();
  for (const coding of input.codings) {
    for (const [dimension, group] of Object.entries(coding.groups ?? {})) {
      const groups = dimensions.get(dimension) ?? new Map<string, ReliabilityCoding[]>();
      const members = groups.get(group) ?? [];
      members.push(coding);
      groups.set(group, members);
      dimensions.set(dimension, groups);
    }
  }
  return [...dimensions]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([dimension, groups]) =>
      [...groups]
        .sort(([a], [b]) => compareText(a, b))
        .map(([group, codings]) => {
          const alpha = alphaWithInterval({ ...input, codings }, options);
          const codes = coderPairs(codings).flatMap((pair) => pair.codes);
          return { dimension, group, alpha, mark: agreementMark(alpha), agreement: percentAgreement(codes, options.confidence) };
        }),
    );
}
