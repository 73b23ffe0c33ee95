import { CODING_COLUMNS } from '#lib/core/codings/coding-columns';
import { type Column, SCORED_TEXTS, STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { AGREEMENT_BANDS, type AgreementMark } from '#lib/core/reliability/agreement-band';
import { ALPHA_REASONS } from '#lib/core/reliability/alpha-patterns';
import { NO_SCORE_REASONS, type NoScoreReason, SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import { TRANSLATORS, type Translator } from '#lib/core/stance';

/** A translation of a statement; a statement can have one in each of several languages. */
export interface PackagedTranslation {
  readonly statement: string;
  readonly language: string;
  readonly text: string;
  readonly translatedBy: Translator;
}

export interface PackagedCamp {
  readonly slug: string;
  readonly labelEn: string;
  readonly labelAr: string;
  readonly definitionEn: string;
  readonly definitionAr: string;
  /** Whether the group calls itself so. */
  readonly isSelfNamed: boolean;
  /** A context camp is left out of the comparison unless asked for. */
  readonly role: 'compared' | 'context';
  readonly order: number;
}

/** A code of one version of the codebook. */
export interface PackagedCode {
  readonly codebookVersion: number;
  readonly variable: string;
  readonly target: string | null;
  readonly level: 'nominal' | 'ordinal' | 'interval';
  readonly code: string;
  readonly value: number | null;
  readonly labelEn: string;
  readonly labelAr: string;
  readonly definitionEn: string;
  readonly definitionAr: string;
  readonly order: number;
}

/** A final code beside the codings; reopened ones are left out. */
export interface PackagedAdjudication {
  readonly id: string;
  readonly statement: string;
  readonly codebookVersion: number;
  readonly variable: string;
  readonly code: string;
  readonly basis: string;
  readonly cause: string | null;
  readonly note: string | null;
  readonly coder: string;
  readonly createdAt: string;
}

/** How far coders agree on one variable, over all statements of the event. */
export interface PackagedReliability extends AgreementMark {
  readonly variable: string;
  readonly level: 'nominal' | 'ordinal' | 'interval';
  readonly stale: number;
  readonly draws: number;
  readonly seed: number;
}

export interface PackagedScore {
  readonly statement: string;
  readonly scoredText: 'original' | 'translation';
  readonly language: string;
  readonly scorer: string;
  readonly scorerVersion: string;
  readonly score: number | null;
  readonly label: SentimentLabel | null;
  readonly isUnsure: boolean;
  readonly noScoreReason: NoScoreReason | null;
  /** Whether charts read this one. */
  readonly isCurrent: boolean;
}

export const TRANSLATION_COLUMNS: readonly Column<PackagedTranslation>[] = [
  { name: 'statement', type: 'string', description: 'The statement.', isRequired: true, write: (row) => row.statement },
  {
    name: 'language',
    type: 'string',
    description: 'Language of the translation as a BCP 47 tag.',
    isRequired: true,
    write: (row) => row.language,
  },
  { name: 'text', type: 'string', description: 'The translation.', isRequired: true, write: (row) => row.text },
  {
    name: 'translated_by',
    type: 'string',
    description: 'Who made the translation.',
    codes: TRANSLATORS,
    isRequired: true,
    write: (row) => row.translatedBy,
  },
];

export const CAMP_COLUMNS: readonly Column<PackagedCamp>[] = [
  { name: 'camp', type: 'string', description: 'Code of the camp.', isRequired: true, write: (row) => row.slug },
  { name: 'label_en', type: 'string', description: 'The camp in English.', isRequired: true, write: (row) => row.labelEn },
  { name: 'label_ar', type: 'string', description: 'The camp in Arabic.', write: (row) => row.labelAr },
  {
    name: 'definition_en',
    type: 'string',
    description: 'Who counts as of the camp, in English.',
    write: (row) => row.definitionEn,
  },
  {
    name: 'definition_ar',
    type: 'string',
    description: 'Who counts as of the camp, in Arabic.',
    write: (row) => row.definitionAr,
  },
  {
    name: 'self_named',
    type: 'boolean',
    description: 'Whether the group calls itself so.',
    isRequired: true,
    write: (row) => row.isSelfNamed,
  },
  {
    name: 'role',
    type: 'string',
    description: 'A context camp is left out of the comparison unless asked for.',
    codes: ['compared', 'context'],
    isRequired: true,
    write: (row) => row.role,
  },
  {
    name: 'order',
    type: 'integer',
    description: 'Place of the camp in all charts.',
    isRequired: true,
    write: (row) => row.order,
  },
];

export const CODEBOOK_CODE_COLUMNS: readonly Column<PackagedCode>[] = [
  {
    name: 'codebook_version',
    type: 'integer',
    description: 'Version of the codebook.',
    isRequired: true,
    write: (row) => row.codebookVersion,
  },
  {
    name: 'variable',
    type: 'string',
    description: 'The question that coders answer.',
    isRequired: true,
    write: (row) => row.variable,
  },
  {
    name: 'target',
    type: 'string',
    description: 'Slug of the proposition that a stance is towards.',
    write: (row) => row.target,
  },
  {
    name: 'level',
    type: 'string',
    description: 'What the differences of codes mean.',
    codes: ['nominal', 'ordinal', 'interval'],
    isRequired: true,
    write: (row) => row.level,
  },
  { name: 'code', type: 'string', description: 'The code.', isRequired: true, write: (row) => row.code },
  {
    name: 'value',
    type: 'number',
    description: 'Number that an ordinal or interval code stands for.',
    write: (row) => row.value,
  },
  { name: 'label_en', type: 'string', description: 'The code in English.', write: (row) => row.labelEn },
  { name: 'label_ar', type: 'string', description: 'The code in Arabic.', write: (row) => row.labelAr },
  { name: 'definition_en', type: 'string', description: 'What the code means, in English.', write: (row) => row.definitionEn },
  { name: 'definition_ar', type: 'string', description: 'What the code means, in Arabic.', write: (row) => row.definitionAr },
  {
    name: 'order',
    type: 'integer',
    description: 'Place of the code in its variable.',
    isRequired: true,
    write: (row) => row.order,
  },
];

export const ADJUDICATION_COLUMNS: readonly Column<PackagedAdjudication>[] = [
  { name: 'id', type: 'string', description: 'Identifier of the adjudication.', isRequired: true, write: (row) => row.id },
  { name: 'statement', type: 'string', description: 'The statement.', isRequired: true, write: (row) => row.statement },
  {
    name: 'codebook_version',
    type: 'integer',
    description: 'Version of the codebook that was used.',
    isRequired: true,
    write: (row) => row.codebookVersion,
  },
  {
    name: 'variable',
    type: 'string',
    description: 'The question that was decided.',
    isRequired: true,
    write: (row) => row.variable,
  },
  { name: 'code', type: 'string', description: 'The code that stands.', isRequired: true, write: (row) => row.code },
  { name: 'basis', type: 'string', description: 'How it was decided.', isRequired: true, write: (row) => row.basis },
  { name: 'cause', type: 'string', description: 'Why coders differed.', write: (row) => row.cause },
  { name: 'note', type: 'string', description: 'What the decision rests on.', write: (row) => row.note },
  { name: 'coder', type: 'string', description: 'Pseudonym of who decided.', isRequired: true, write: (row) => row.coder },
  {
    name: 'created_at',
    type: 'datetime',
    description: 'When it was decided, in UTC.',
    isRequired: true,
    write: (row) => row.createdAt,
  },
];

export const RELIABILITY_COLUMNS: readonly Column<PackagedReliability>[] = [
  { name: 'variable', type: 'string', description: 'Key of the variable.', isRequired: true, write: (row) => row.variable },
  {
    name: 'level',
    type: 'string',
    description: 'Level of measurement that alpha takes.',
    codes: ['nominal', 'ordinal', 'interval'],
    isRequired: true,
    write: (row) => row.level,
  },
  {
    name: 'agreement',
    type: 'string',
    description:
      'Band of alpha: good from .8, tentative from .667, else low; one_coder and uncoded are no judgement of agreement.',
    codes: AGREEMENT_BANDS,
    isRequired: true,
    write: (row) => row.band,
  },
  {
    name: 'alpha',
    type: 'number',
    description: "Krippendorff's alpha; empty where it is not computable, which is neither 1 nor 0.",
    write: (row) => row.alpha,
  },
  {
    name: 'alpha_low',
    type: 'number',
    description: 'Lower end of its 95 % bootstrap interval over statements.',
    write: (row) => row.ci?.[0] ?? null,
  },
  {
    name: 'alpha_high',
    type: 'number',
    description: 'Upper end of its 95 % bootstrap interval over statements.',
    write: (row) => row.ci?.[1] ?? null,
  },
  {
    name: 'units',
    type: 'integer',
    description: 'Statements coded by two or more coders: these enter alpha.',
    isRequired: true,
    write: (row) => row.units,
  },
  {
    name: 'coders',
    type: 'integer',
    description: 'Coders of these statements; all coders where there is no such statement.',
    isRequired: true,
    write: (row) => row.coders,
  },
  {
    name: 'reason',
    type: 'string',
    description: 'Why alpha is not computable.',
    codes: ALPHA_REASONS,
    write: (row) => row.reason,
  },
  {
    name: 'stale',
    type: 'integer',
    description: 'Codings left out because the meaning of their variable or code has changed since.',
    isRequired: true,
    write: (row) => row.stale,
  },
  { name: 'draws', type: 'integer', description: 'Draws of the bootstrap.', isRequired: true, write: (row) => row.draws },
  { name: 'seed', type: 'integer', description: 'Seed of the bootstrap.', isRequired: true, write: (row) => row.seed },
];

export const SCORE_COLUMNS: readonly Column<PackagedScore>[] = [
  { name: 'statement', type: 'string', description: 'The statement.', isRequired: true, write: (row) => row.statement },
  {
    name: 'scored_text',
    type: 'string',
    description: 'Which text the scorer read.',
    codes: SCORED_TEXTS,
    isRequired: true,
    write: (row) => row.scoredText,
  },
  {
    name: 'language',
    type: 'string',
    description: 'Language that the text was read as, as a BCP 47 tag.',
    isRequired: true,
    write: (row) => row.language,
  },
  { name: 'scorer', type: 'string', description: 'Name of the scorer.', isRequired: true, write: (row) => row.scorer },
  {
    name: 'scorer_version',
    type: 'string',
    description: 'Version of the scorer.',
    isRequired: true,
    write: (row) => row.scorerVersion,
  },
  {
    name: 'score',
    type: 'number',
    description: 'Sentiment of the wording in [-1, 1]; empty is "not scored", never 0.',
    write: (row) => row.score,
  },
  {
    name: 'score_label',
    type: 'string',
    description: 'Most probable label of the sentiment.',
    codes: SENTIMENT_LABELS,
    write: (row) => row.label,
  },
  {
    name: 'score_unsure',
    type: 'boolean',
    description: "True where the label's probability is below the scorer's own threshold.",
    isRequired: true,
    write: (row) => row.isUnsure,
  },
  {
    name: 'no_score_reason',
    type: 'string',
    description: 'Why there is no score.',
    codes: NO_SCORE_REASONS,
    write: (row) => row.noScoreReason,
  },
  {
    name: 'current',
    type: 'boolean',
    description: 'Whether charts read this score.',
    isRequired: true,
    write: (row) => row.isCurrent,
  },
];

/** What a data package says of one of its tables. Rows come from elsewhere. */
export interface PackageTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Omit<Column<never, never>, 'write'>[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly {
    readonly fields: readonly string[];
    readonly table: string;
    readonly references: readonly string[];
  }[];
}

const OF_STATEMENT = [{ fields: ['statement'], table: 'statements', references: ['id'] }];
const OF_CODE = {
  fields: ['codebook_version', 'variable', 'code'],
  table: 'codebook',
  references: ['codebook_version', 'variable', 'code'],
};

/** The tables of a data package, in the order of its files; each is written by the columns that its `fields` are. */
export const PACKAGE_TABLES = {
  statements: {
    name: 'statements',
    title: 'Statements',
    description: 'One row a statement: its words, who said them where and when, its resolved stance and its current score.',
    fields: STATEMENT_COLUMNS,
    primaryKey: ['id'],
    foreignKeys: [],
  },
  translations: {
    name: 'translations',
    title: 'Translations',
    description: 'Every translation of every statement.',
    fields: TRANSLATION_COLUMNS,
    primaryKey: ['statement', 'language'],
    foreignKeys: OF_STATEMENT,
  },
  camps: {
    name: 'camps',
    title: 'Camps',
    description: 'The groups that are compared, as they were described for this event; their names can be contested.',
    fields: CAMP_COLUMNS,
    primaryKey: ['camp'],
    foreignKeys: [],
  },
  codebook: {
    name: 'codebook',
    title: 'Codebook',
    description: 'One row a code, in every version that a coding used.',
    fields: CODEBOOK_CODE_COLUMNS,
    primaryKey: ['codebook_version', 'variable', 'code'],
    foreignKeys: [],
  },
  codings: {
    name: 'codings',
    title: 'Codings',
    description: 'One row a judgement by one person. Stance and camp of the statements are resolved from these.',
    fields: CODING_COLUMNS,
    primaryKey: ['id'],
    foreignKeys: [...OF_STATEMENT, OF_CODE],
  },
  adjudications: {
    name: 'adjudications',
    title: 'Adjudications',
    description: 'Codes that were decided where coders differed; they stand before the codings and replace none.',
    fields: ADJUDICATION_COLUMNS,
    primaryKey: ['id'],
    foreignKeys: [...OF_STATEMENT, OF_CODE],
  },
  reliability: {
    name: 'reliability',
    title: 'Reliability',
    description:
      'One row a variable: how far coders agree on it, over all statements of the event and not only those of this package.',
    fields: RELIABILITY_COLUMNS,
    primaryKey: ['variable'],
    foreignKeys: [],
  },
  scores: {
    name: 'scores',
    title: 'Machine scores',
    description: 'What each scorer in each version said of the wording of each text. Never a stance.',
    fields: SCORE_COLUMNS,
    primaryKey: [],
    foreignKeys: OF_STATEMENT,
  },
} as const satisfies Readonly<Record<string, PackageTable>>;
export type PackageTableName = keyof typeof PACKAGE_TABLES;

/** Where a table lies in the zip. */
export function tablePath(table: PackageTableName): string {
  return `data/${table}.csv`;
}
