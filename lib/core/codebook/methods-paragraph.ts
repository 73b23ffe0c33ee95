import type { AgreementMark } from '#lib/core/reliability/agreement-band';
import type { ResolutionBasis } from '#lib/core/resolve-code';

/** How an adjudicated code was found. */
export const ADJUDICATION_BASES = ['unanimous', 'majority', 'discussion', 'expert'] as const;
export type AdjudicationBasis = (typeof ADJUDICATION_BASES)[number];

/** How the units that several people coded were chosen. */
export type SharedUnitsRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'random'; readonly share: number; readonly seed: number }
  /** Nobody drew them: they are whatever two people happened to code. */
  | { readonly kind: 'as_they_came' };

export interface MethodsInput {
  readonly codebookVersion: number;
  /** YYYY-MM-DD on which the numbers were taken. */
  readonly asOf: string;
  /** Statements that could be coded. */
  readonly statements: number;
  readonly bootstrap: { readonly draws: number; readonly seed: number; readonly confidence: number };
  readonly variables: readonly {
    readonly key: string;
    readonly level: 'nominal' | 'ordinal' | 'interval';
    readonly mark: AgreementMark;
    readonly sharedUnits: SharedUnitsRule;
    /** Coders of each statement's latest codings; a statement that nobody coded has an empty list. */
    readonly codersByStatement: readonly (readonly string[])[];
    /** How each statement's code was resolved. */
    readonly bases: readonly ResolutionBasis[];
    /** Bases of the adjudications that stand. */
    readonly adjudications: readonly AdjudicationBasis[];
  }[];
}

export interface MethodsVariable {
  readonly key: string;
  readonly level: 'nominal' | 'ordinal' | 'interval';
  readonly mark: AgreementMark;
  readonly sharedUnits: SharedUnitsRule;
  readonly coders: number;
  readonly coded: number;
  readonly codedByTwoOrMore: number;
  readonly resolved: Readonly<Record<ResolutionBasis, number>>;
  readonly adjudicated: Readonly<Record<AdjudicationBasis, number>>;
}

/** The numbers of a methods paragraph; its sentences are the dictionaries'. */
export interface MethodsFacts {
  readonly codebookVersion: number;
  readonly asOf: string;
  readonly statements: number;
  /** People who coded any of the variables. */
  readonly coders: number;
  readonly bootstrap: { readonly draws: number; readonly seed: number; readonly confidence: number };
  readonly variables: readonly MethodsVariable[];
}

/** Counts what a methods paragraph says: coders, units, version, coefficients, and how differences were resolved. */
export function methodsFacts(input: MethodsInput): MethodsFacts {
  const { codebookVersion, asOf, statements, bootstrap } = input;
  return {
    codebookVersion,
    asOf,
    statements,
    coders: new Set(input.variables.flatMap(({ codersByStatement }) => codersByStatement.flat())).size,
    bootstrap,
    variables: input.variables.map(({ key, level, mark, sharedUnits, codersByStatement, bases, adjudications }) => {
      const coderCounts = codersByStatement.map((coders) => new Set(coders).size);
      const resolved = { adjudicated: 0, agreed: 0, single: 0, disputed: 0, uncoded: 0 };
      for (const basis of bases) resolved[basis] += 1;
      const adjudicated = { unanimous: 0, majority: 0, discussion: 0, expert: 0 };
      for (const basis of adjudications) adjudicated[basis] += 1;
      return {
        key,
        level,
        mark,
        sharedUnits,
        coders: new Set(codersByStatement.flat()).size,
        coded: coderCounts.filter((count) => count > 0).length,
        codedByTwoOrMore: coderCounts.filter((count) => count > 1).length,
        resolved,
        adjudicated,
      };
    }),
  };
}
