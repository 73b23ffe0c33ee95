import type { Cell } from '#lib/core/csv/csv-line';
import { AGREEMENT_BANDS, type AgreementBand, type AgreementMark } from '#lib/core/reliability/agreement-band';
import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { NO_SCORE_REASONS, type NoScoreReason, SENTIMENT_LABELS, type SentimentLabel } from '#lib/core/score';
import {
  ATTRIBUTIONS,
  type Attribution,
  RESOLVED_STANCES,
  type ResolvedStance,
  SLOGAN_USES,
  type SloganUse,
  SPEAKER_RISKS,
  type SpeakerRisk,
  STATEMENT_STATUSES,
  type StatementStatus,
  TRANSLATORS,
  type Translator,
} from '#lib/core/stance';
import { DATE_PRECISIONS, parsePartialDate } from '#lib/core/statement/partial-date';
import { isNameShown } from '#lib/core/statement/speaker-name';
import { isStatementField, SPEAKER_KINDS, type SpeakerKind } from '#lib/core/statement/statement-input';

/** Where a resolved code comes from. */
export const CODE_BASES = ['adjudicated', 'agreed', 'single', 'disputed', 'uncoded'] as const;
export type CodeBasis = (typeof CODE_BASES)[number];

/** Which of a statement's texts a scorer read. */
export const SCORED_TEXTS = ['original', 'translation'] as const;
export type ScoredText = (typeof SCORED_TEXTS)[number];

/** A statement with all that a file says of it; null is "not known". */
export interface ExportedStatement {
  readonly id: string;
  readonly externalId: string | null;
  readonly event: string;
  readonly target: string;
  /** Slug, `disputed` or `uncoded`. */
  readonly camp: string;
  readonly campLabel: string | null;
  readonly stance: ResolvedStance;
  readonly stanceBasis: CodeBasis;
  /** Names of those whose latest codings stand behind the stance. */
  readonly coders: readonly string[];
  /** Lowest confidence (1 to 3) of these codings. */
  readonly confidence: number | null;
  readonly rationale: string | null;
  readonly attribution: Attribution;
  readonly text: string;
  readonly language: string;
  readonly translation: string | null;
  readonly translationLanguage: string | null;
  readonly translatedBy: Translator | null;
  readonly speakerName: string | null;
  readonly speakerPseudonym: string | null;
  readonly speakerKind: SpeakerKind | null;
  readonly speakerRisk: SpeakerRisk | null;
  readonly sourceOutlet: string | null;
  readonly sourceTitle: string | null;
  readonly sourceUrl: string | null;
  readonly sourceLanguage: string | null;
  readonly sourcePublished: string | null;
  readonly sourceArchiveUrl: string | null;
  readonly locator: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly saidOn: string | null;
  readonly score: number | null;
  readonly scoreLabel: SentimentLabel | null;
  readonly scoreUnsure: boolean | null;
  readonly noScoreReason: NoScoreReason | null;
  readonly scoredText: ScoredText | null;
  /** BCP 47 tag of the language in which the scorer read it. */
  readonly scoredLanguage: string | null;
  readonly scorer: string | null;
  readonly scorerVersion: string | null;
  readonly slogan: string | null;
  readonly sloganUse: SloganUse | null;
  readonly status: StatementStatus;
  readonly duplicateOf: string | null;
  readonly importBatch: string | null;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

/** Words in the language of the file. */
export interface ColumnLabels {
  readonly stance: Readonly<Record<ResolvedStance, string>>;
  /** How far coders agree on a variable, with alpha, interval and n. */
  readonly agreement: (mark: AgreementMark) => string;
  /** How far a scorer agrees with coders; of undefined, that nobody has checked. */
  readonly scorer: (agreement: MachineAgreement | undefined) => string;
}

/** How far the codes of one column may be leaned on. */
export interface ColumnAgreement {
  readonly band: AgreementBand;
  /** The band with its alpha, interval and n, in the language of the file. */
  readonly words: string;
}

/** How far a scorer agrees with the project's coders in one language. */
export interface ScorerAgreement {
  /** Cohen's kappa; null where nobody has checked. */
  readonly kappa: number | null;
  readonly words: string;
}

/** What is said beside the values of a file: words for codes, and how far codes and scores may be leaned on. */
export interface StatementNotes {
  readonly labels: Pick<ColumnLabels, 'stance'>;
  readonly agreement: Readonly<Record<'camp' | 'stance' | 'sloganUse', ColumnAgreement>>;
  readonly scorer: (row: Pick<ExportedStatement, 'scorer' | 'scorerVersion' | 'scoredLanguage'>) => ScorerAgreement;
}

/** The type of a column's values, in the words of a Table Schema. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** One column of a table: what it is called, what it holds, and how it is written. */
export interface Column<Row, Context = undefined> {
  readonly name: string;
  readonly type: ColumnType;
  /** For the codebook of a file: English, one sentence. */
  readonly description: string;
  /** Codes that the column can hold, where they are a closed list. */
  readonly codes?: readonly string[];
  readonly isRequired?: boolean;
  readonly write: (row: Row, context: Context) => Cell;
}

/** Between the names of several coders in one cell. */
const LIST_SEPARATOR = '; ';

/**
 * The columns of a table of statements, one row a statement, in their order. Those that a new statement
 * takes (`STATEMENT_FIELDS`) are read back by an import under the same name; the others say what was
 * computed or resolved, and an import knows them as such.
 */
export const STATEMENT_COLUMNS = [
  {
    name: 'id',
    type: 'string',
    description: 'Identifier of the statement here.',
    isRequired: true,
    write: (row) => row.id,
  },
  {
    name: 'external_id',
    type: 'string',
    description: 'Identifier that the statement had where it came from.',
    write: (row) => row.externalId,
  },
  { name: 'event', type: 'string', description: 'Slug of the event.', isRequired: true, write: (row) => row.event },
  {
    name: 'target',
    type: 'string',
    description: 'Slug of the proposition that the stance is towards.',
    isRequired: true,
    write: (row) => row.target,
  },
  {
    name: 'camp',
    type: 'string',
    description: 'Resolved code of the camp that speaks; disputed where coders differ, uncoded where nobody has coded it.',
    isRequired: true,
    write: (row) => row.camp,
  },
  { name: 'camp_label', type: 'string', description: 'The camp in words.', write: (row) => row.campLabel },
  {
    name: 'camp_agreement',
    type: 'string',
    description: 'How far coders agree on the camp, over all statements of the event.',
    codes: AGREEMENT_BANDS,
    isRequired: true,
    write: (_, { agreement }) => agreement.camp.band,
  },
  {
    name: 'camp_agreement_label',
    type: 'string',
    description: "The same in words, with Krippendorff's alpha, its 95 % interval, and n of double-coded statements.",
    isRequired: true,
    write: (_, { agreement }) => agreement.camp.words,
  },
  {
    name: 'stance',
    type: 'string',
    description: 'Resolved stance towards the target, coded by people; never computed from the wording.',
    codes: RESOLVED_STANCES,
    isRequired: true,
    write: (row) => row.stance,
  },
  {
    name: 'stance_label',
    type: 'string',
    description: 'The stance in words.',
    write: (row, { labels }) => labels.stance[row.stance],
  },
  {
    name: 'stance_basis',
    type: 'string',
    description: 'What the stance rests on: an adjudication, agreement of all latest codings, one coder alone, or none of them.',
    codes: CODE_BASES,
    isRequired: true,
    write: (row) => row.stanceBasis,
  },
  {
    name: 'stance_agreement',
    type: 'string',
    description: 'How far coders agree on the stance, over all statements of the event.',
    codes: AGREEMENT_BANDS,
    isRequired: true,
    write: (_, { agreement }) => agreement.stance.band,
  },
  {
    name: 'stance_agreement_label',
    type: 'string',
    description: "The same in words, with Krippendorff's alpha, its 95 % interval, and n of double-coded statements.",
    isRequired: true,
    write: (_, { agreement }) => agreement.stance.words,
  },
  {
    name: 'coders',
    type: 'string',
    description: 'Those who coded the stance, separated by semicolons.',
    write: (row) => (row.coders.length === 0 ? null : row.coders.join(LIST_SEPARATOR)),
  },
  {
    name: 'confidence',
    type: 'integer',
    description: 'Lowest confidence of the codings of the stance: 1 unsure, 2 fairly sure, 3 sure.',
    codes: ['1', '2', '3'],
    write: (row) => row.confidence,
  },
  {
    name: 'rationale',
    type: 'string',
    description: 'Why the stance was coded so, in the words of a coder.',
    write: (row) => row.rationale,
  },
  {
    name: 'attribution',
    type: 'string',
    description: 'How the statement reached us: quoted, reported, paraphrased, or a slogan.',
    codes: ATTRIBUTIONS,
    isRequired: true,
    write: (row) => row.attribution,
  },
  {
    name: 'text',
    type: 'string',
    description: 'The statement in its original words; never changed.',
    isRequired: true,
    write: (row) => row.text,
  },
  {
    name: 'language',
    type: 'string',
    description: 'Language of the original as a BCP 47 tag.',
    isRequired: true,
    write: (row) => row.language,
  },
  { name: 'translation', type: 'string', description: 'A translation of the statement.', write: (row) => row.translation },
  {
    name: 'translation_language',
    type: 'string',
    description: 'Language of the translation as a BCP 47 tag.',
    write: (row) => row.translationLanguage,
  },
  {
    name: 'translated_by',
    type: 'string',
    description: 'Who made the translation.',
    codes: TRANSLATORS,
    write: (row) => row.translatedBy,
  },
  {
    name: 'speaker',
    type: 'string',
    description: 'Name of the speaker; empty for speakers whom their name could endanger.',
    write: (row) => (row.speakerRisk !== null && isNameShown(row.speakerRisk) ? row.speakerName : null),
  },
  {
    name: 'speaker_pseudonym',
    type: 'string',
    description: 'Name that stands for a speaker who is not named.',
    write: (row) => row.speakerPseudonym,
  },
  {
    name: 'speaker_kind',
    type: 'string',
    description: 'What the speaker is.',
    codes: SPEAKER_KINDS,
    write: (row) => row.speakerKind,
  },
  {
    name: 'speaker_risk',
    type: 'string',
    description: 'How much harm could come to the speaker if named.',
    codes: SPEAKER_RISKS,
    write: (row) => row.speakerRisk,
  },
  { name: 'source_outlet', type: 'string', description: 'Who published the source.', write: (row) => row.sourceOutlet },
  { name: 'source_title', type: 'string', description: 'Title of the source.', write: (row) => row.sourceTitle },
  { name: 'source_url', type: 'string', description: 'Address of the source.', write: (row) => row.sourceUrl },
  {
    name: 'source_language',
    type: 'string',
    description: 'Language of the source as a BCP 47 tag.',
    write: (row) => row.sourceLanguage,
  },
  {
    name: 'source_published',
    type: 'string',
    description: 'When the source was published: a year, a month (YYYY-MM) or a day (YYYY-MM-DD).',
    write: (row) => row.sourcePublished,
  },
  {
    name: 'source_archive_url',
    type: 'string',
    description: 'Address of an archived copy of the source.',
    write: (row) => row.sourceArchiveUrl,
  },
  {
    name: 'locator',
    type: 'string',
    description: 'Where in the source the statement stands, such as "paragraph 27".',
    write: (row) => row.locator,
  },
  {
    name: 'said_on',
    type: 'string',
    description: 'When it was said, as exactly as is known: a year, a month (YYYY-MM) or a day (YYYY-MM-DD).',
    write: (row) => row.saidOn,
  },
  {
    name: 'said_on_precision',
    type: 'string',
    description: 'How exactly said_on is known.',
    codes: DATE_PRECISIONS,
    write: (row) => (row.saidOn === null ? null : (parsePartialDate(row.saidOn)?.precision ?? null)),
  },
  {
    name: 'score',
    type: 'number',
    description: 'Sentiment of the wording in [-1, 1], scored by machine; empty is "not scored", never 0.',
    write: (row) => row.score,
  },
  {
    name: 'score_label',
    type: 'string',
    description: 'Most probable label of the sentiment.',
    codes: SENTIMENT_LABELS,
    write: (row) => row.scoreLabel,
  },
  {
    name: 'score_unsure',
    type: 'boolean',
    description: "True where the label's probability is below the scorer's own threshold.",
    write: (row) => row.scoreUnsure,
  },
  {
    name: 'no_score_reason',
    type: 'string',
    description: 'Why there is no score.',
    codes: NO_SCORE_REASONS,
    write: (row) => row.noScoreReason,
  },
  {
    name: 'scored_text',
    type: 'string',
    description: 'Which text the scorer read.',
    codes: SCORED_TEXTS,
    write: (row) => row.scoredText,
  },
  { name: 'scorer', type: 'string', description: 'Name of the scorer.', write: (row) => row.scorer },
  { name: 'scorer_version', type: 'string', description: 'Version of the scorer.', write: (row) => row.scorerVersion },
  {
    name: 'scorer_kappa',
    type: 'number',
    description:
      "Agreement of the scorer's label with this project's coders in this language, Cohen's kappa; empty is \"not yet checked\".",
    write: (row, { scorer }) => (row.score === null ? null : scorer(row).kappa),
  },
  {
    name: 'scorer_agreement_label',
    type: 'string',
    description: 'The same in words, with its 95 % interval and n.',
    write: (row, { scorer }) => (row.score === null ? null : scorer(row).words),
  },
  { name: 'slogan', type: 'string', description: 'Slogan that the statement carries.', write: (row) => row.slogan },
  {
    name: 'slogan_use',
    type: 'string',
    description: 'How the statement uses the slogan.',
    codes: SLOGAN_USES,
    write: (row) => row.sloganUse,
  },
  {
    name: 'slogan_use_agreement',
    type: 'string',
    description: 'How far coders agree on the use of slogans, over all statements of the event.',
    codes: AGREEMENT_BANDS,
    isRequired: true,
    write: (_, { agreement }) => agreement.sloganUse.band,
  },
  {
    name: 'slogan_use_agreement_label',
    type: 'string',
    description: "The same in words, with Krippendorff's alpha, its 95 % interval, and n of double-coded statements.",
    isRequired: true,
    write: (_, { agreement }) => agreement.sloganUse.words,
  },
  {
    name: 'status',
    type: 'string',
    description: 'Whether the statement is published here.',
    codes: STATEMENT_STATUSES,
    isRequired: true,
    write: (row) => row.status,
  },
  {
    name: 'duplicate_of',
    type: 'string',
    description: 'Identifier of the statement that this one repeats; charts leave it out unless asked.',
    write: (row) => row.duplicateOf,
  },
  { name: 'import_batch', type: 'string', description: 'Import that brought the statement.', write: (row) => row.importBatch },
  {
    name: 'created_at',
    type: 'datetime',
    description: 'When the statement was added, in UTC.',
    isRequired: true,
    write: (row) => row.createdAt,
  },
] as const satisfies readonly Column<ExportedStatement, StatementNotes>[];

export type StatementColumnName = (typeof STATEMENT_COLUMNS)[number]['name'];

/** Columns that an import reads say what was typed, and nothing beside it. */
const NOTHING_BESIDE: StatementNotes = {
  labels: {
    stance: {
      favor: 'favor',
      against: 'against',
      ambivalent: 'ambivalent',
      none: 'none',
      cannot_code: 'cannot_code',
      disputed: 'disputed',
      uncoded: 'uncoded',
    },
  },
  agreement: {
    camp: { band: 'uncoded', words: '' },
    stance: { band: 'uncoded', words: '' },
    sloganUse: { band: 'uncoded', words: '' },
  },
  scorer: () => ({ kappa: null, words: '' }),
};

const FIELD_COLUMNS: readonly Column<ExportedStatement, StatementNotes>[] = STATEMENT_COLUMNS.filter(({ name }) =>
  isStatementField(name),
);

/** What an export writes into the columns that an import reads, as text; fields without a value are left out. */
export function exportedFields(statement: ExportedStatement): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { name, write } of FIELD_COLUMNS) {
    const cell = write(statement, NOTHING_BESIDE);
    if (cell !== null) fields.set(name, String(cell));
  }
  return fields;
}
