import type { Column } from '#lib/core/csv/statement-columns';
import type { ReliabilityLevel } from '#lib/core/reliability/reliability-coding';

/** A coding with all that a file says of it. */
export interface ExportedCoding {
  readonly id: string;
  readonly event: string;
  readonly statement: string;
  readonly externalId: string | null;
  readonly target: string | null;
  readonly variable: string;
  readonly code: string;
  readonly label: string | null;
  readonly value: number | null;
  /** Name or pseudonym. */
  readonly coder: string;
  readonly codebookVersion: number;
  readonly round: number;
  readonly confidence: number | null;
  readonly rationale: string | null;
  readonly codedAt: string;
  readonly withdrawnAt: string | null;
  /** Whether it is its coder's last word that stands. */
  readonly latest: boolean;
  /** Whether its variable or code means something else by now. */
  readonly stale: boolean;
}

/** The columns of a table of codings, one row a coding. `statement` to `rationale` are read back by an import of codings. */
export const CODING_COLUMNS: readonly Column<ExportedCoding>[] = [
  { name: 'id', type: 'string', description: 'Identifier of the coding.', isRequired: true, write: (row) => row.id },
  { name: 'event', type: 'string', description: 'Slug of the event.', isRequired: true, write: (row) => row.event },
  {
    name: 'statement',
    type: 'string',
    description: 'Identifier of the statement.',
    isRequired: true,
    write: (row) => row.statement,
  },
  {
    name: 'external_id',
    type: 'string',
    description: 'Identifier that the statement had where it came from.',
    write: (row) => row.externalId,
  },
  {
    name: 'target',
    type: 'string',
    description: 'Slug of the proposition that a stance is towards.',
    write: (row) => row.target,
  },
  { name: 'variable', type: 'string', description: 'Key of the variable.', isRequired: true, write: (row) => row.variable },
  { name: 'code', type: 'string', description: 'Key of the code given.', isRequired: true, write: (row) => row.code },
  { name: 'code_label', type: 'string', description: 'The code in words.', write: (row) => row.label },
  {
    name: 'code_value',
    type: 'number',
    description: 'The number that the code stands for, where it has one.',
    write: (row) => row.value,
  },
  { name: 'coder', type: 'string', description: 'Name or pseudonym of the coder.', isRequired: true, write: (row) => row.coder },
  {
    name: 'codebook_version',
    type: 'integer',
    description: 'Version of the codebook that the coder read.',
    isRequired: true,
    write: (row) => row.codebookVersion,
  },
  {
    name: 'round',
    type: 'integer',
    description: "Number of the coder's answer under that version: 2 is a second thought.",
    isRequired: true,
    write: (row) => row.round,
  },
  { name: 'confidence', type: 'integer', description: '1 unsure, 2 fairly sure, 3 sure.', write: (row) => row.confidence },
  { name: 'rationale', type: 'string', description: 'Why, in the words of the coder.', write: (row) => row.rationale },
  {
    name: 'coded_at',
    type: 'datetime',
    description: 'When it was given, in UTC.',
    isRequired: true,
    write: (row) => row.codedAt,
  },
  {
    name: 'withdrawn_at',
    type: 'datetime',
    description: 'When its coder took it back, in UTC.',
    write: (row) => row.withdrawnAt,
  },
  {
    name: 'is_latest',
    type: 'boolean',
    description: "Whether it is its coder's last answer that stands; only these count.",
    isRequired: true,
    write: (row) => row.latest,
  },
  {
    name: 'is_stale',
    type: 'boolean',
    description: 'Whether the meaning of its variable or code has changed since; such codings are left out of coefficients.',
    isRequired: true,
    write: (row) => row.stale,
  },
];

/** One coding and whether it entered a coefficient. */
export interface ExportedDiagnosis {
  readonly variable: string;
  readonly level: ReliabilityLevel;
  readonly unit: string;
  readonly coder: string;
  /** The number that the coefficient took, as text, or the key of a nominal code. */
  readonly code: string;
  readonly codeKey: string;
  readonly entersAlpha: boolean;
}

/**
 * The columns of a diagnosis of agreement. `unit`, `coder` and `code` are what R's irr or krippendorffsalpha and this program's own
 * `reliability --file` need to compute the same number.
 */
export const DIAGNOSIS_COLUMNS: readonly Column<ExportedDiagnosis>[] = [
  { name: 'variable', type: 'string', description: 'Key of the variable.', isRequired: true, write: (row) => row.variable },
  {
    name: 'level',
    type: 'string',
    description: 'Level of measurement that the coefficient takes.',
    codes: ['nominal', 'ordinal', 'interval', 'ratio'],
    isRequired: true,
    write: (row) => row.level,
  },
  { name: 'unit', type: 'string', description: 'Identifier of the statement.', isRequired: true, write: (row) => row.unit },
  { name: 'coder', type: 'string', description: 'Name or pseudonym of the coder.', isRequired: true, write: (row) => row.coder },
  {
    name: 'code',
    type: 'string',
    description: 'What the coefficient took: the key of a nominal code, the rank or number of any other.',
    isRequired: true,
    write: (row) => row.code,
  },
  { name: 'code_key', type: 'string', description: 'Key of the code.', isRequired: true, write: (row) => row.codeKey },
  {
    name: 'enters_alpha',
    type: 'boolean',
    description: 'Whether the coding entered alpha: two or more coders coded the unit, and alpha is computable.',
    isRequired: true,
    write: (row) => row.entersAlpha,
  },
];
