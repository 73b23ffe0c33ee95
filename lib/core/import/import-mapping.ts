import { z } from 'zod';
import { STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { COMPUTED_HEADERS, HEADER_WORDS, type ImportField, valueWordsOf } from '#lib/core/import/field-words';
import { DATE_ORDERS, type DateOrder } from '#lib/core/import/import-date';
import {
  isStatementField,
  STATEMENT_FIELD_PATHS,
  STATEMENT_FIELDS,
  type StatementField,
} from '#lib/core/statement/statement-input';
import { foldText } from '#lib/core/text/fold-text';

/** How the columns and values of a file become statements. Plain data: it is remembered and handed on as JSON. */
export interface ImportMapping {
  /** What each column is; a column that is not here is left alone. */
  readonly columns: readonly { readonly column: string; readonly field: ImportField }[];
  /** What a value found in a field means; `''` is "not given". Found values are compared folded. */
  readonly values: readonly { readonly field: StatementField; readonly found: string; readonly code: string }[];
  /** What a field holds where its cell is empty or it has no column. */
  readonly constants: readonly { readonly field: StatementField; readonly value: string }[];
  /** The order of day and month in dates of numbers; null where it was not asked or answered. */
  readonly dateOrder: DateOrder | null;
}

export const NO_MAPPING: ImportMapping = { columns: [], values: [], constants: [], dateOrder: null };

const fieldName = z.custom<StatementField>((value) => typeof value === 'string' && isStatementField(value));
const importField = z.union([fieldName, z.literal('id')]);

/** Checks a mapping that was stored or sent. Each column and each field is there at most once. */
export const importMappingSchema: z.ZodType<ImportMapping> = z
  .object({
    columns: z.array(z.object({ column: z.string().max(1000), field: importField })).max(1000),
    values: z.array(z.object({ field: fieldName, found: z.string().max(1000), code: z.string().max(200) })).max(10_000),
    constants: z.array(z.object({ field: fieldName, value: z.string().max(1000) })).max(100),
    dateOrder: z.enum(DATE_ORDERS).nullable(),
  })
  .refine(({ columns }) => isUnique(columns.map(({ column }) => column)) && isUnique(columns.map(({ field }) => field)), {
    message: 'A column and a field can be mapped only once.',
  });

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** A code of the event in words, for camps and targets. */
export interface EventCode {
  readonly slug: string;
  /** Its labels in any language. */
  readonly labels: readonly string[];
}

/** Codes and words of the event that a file is imported into. */
export interface EventCodes {
  readonly camps: readonly EventCode[];
  readonly targets: readonly EventCode[];
}

/** What headers and found values are compared as: folded, words apart by one space. */
function comparable(text: string): string {
  return foldText(text)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const FIELD_BY_HEADER: ReadonlyMap<string, ImportField> = fieldsByHeader();

function fieldsByHeader(): ReadonlyMap<string, ImportField> {
  const fields = new Map<string, ImportField>([['id', 'id']]);
  for (const field of STATEMENT_FIELDS) {
    fields.set(comparable(field), field);
    fields.set(comparable(STATEMENT_FIELD_PATHS[field]), field);
  }
  const named: readonly ImportField[] = ['id', ...STATEMENT_FIELDS];
  for (const field of named) {
    for (const words of HEADER_WORDS[field].split('|')) {
      const header = comparable(words);
      if (!fields.has(header)) fields.set(header, field);
    }
  }
  return fields;
}

const COMPUTED: ReadonlySet<string> = new Set(
  [
    ...COMPUTED_HEADERS,
    ...STATEMENT_COLUMNS.map(({ name }) => name).filter((name) => name !== 'id' && !isStatementField(name)),
  ].map(comparable),
);

/**
 * Guesses what the columns of a file are by their headers, in English or Arabic: headers of an export first, then the
 * words that people use, the most telling of each field. Every field is taken once.
 */
export function guessColumns(headers: readonly string[]): ImportMapping['columns'] {
  const taken = new Map<ImportField, { readonly column: string; readonly rank: number }>();
  for (const column of headers) {
    const header = comparable(column);
    const field = COMPUTED.has(header) ? undefined : FIELD_BY_HEADER.get(header);
    if (field === undefined) continue;
    const rank = rankOf(field, header);
    const other = taken.get(field);
    if (other === undefined || rank < other.rank) taken.set(field, { column, rank });
  }
  return headers.flatMap((column) =>
    [...taken].filter(([, each]) => each.column === column).map(([field]) => ({ column, field })),
  );
}

/** 0 for the field's own name, then the place among its words. */
function rankOf(field: ImportField, header: string): number {
  if (header === comparable(field)) return 0;
  const at = HEADER_WORDS[field].split('|').findIndex((words) => comparable(words) === header);
  return at < 0 ? 1 : at + 1;
}

/**
 * Reads the values of coded fields: codes as they are, then what the mapping says, then the event's labels, then the
 * words that people use.
 */
export class ValueReader {
  readonly #codes = new Map<ImportField, ReadonlyMap<string, string>>();

  constructor(mapping: ImportMapping, event: EventCodes) {
    const fields: readonly ImportField[] = STATEMENT_FIELDS;
    for (const field of fields) {
      const codes = new Map<string, string>();
      for (const [code, words] of Object.entries(valueWordsOf(field) ?? {})) {
        codes.set(comparable(code), code);
        for (const each of words.split('|')) codes.set(comparable(each), code);
      }
      const own = field === 'camp' ? event.camps : field === 'target' ? event.targets : [];
      for (const { slug, labels } of own) {
        for (const each of labels) codes.set(comparable(each), slug);
      }
      for (const { slug } of own) codes.set(comparable(slug), slug);
      for (const { field: mapped, found, code } of mapping.values) if (mapped === field) codes.set(comparable(found), code);
      if (codes.size > 0) this.#codes.set(field, codes);
    }
  }

  /** The code for a value found, or the value itself where none is known: it is checked, and named, later. */
  read(field: ImportField, found: string): string {
    const codes = this.#codes.get(field);
    if (codes === undefined) return found;
    // Spreadsheets and data frames make 2.0 of a whole number that has empty neighbours.
    const text = field === 'confidence' ? found.trim().replace(/^(\d+)\.0+$/, '$1') : found;
    return codes.get(comparable(text)) ?? text;
  }
}
