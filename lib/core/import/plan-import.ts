import { type ExportedStatement, exportedFields } from '#lib/core/csv/statement-columns';
import { contentHash } from '#lib/core/duplicates/exact-key';
import type { ImportField } from '#lib/core/import/field-words';
import { type DateOrder, readImportDate } from '#lib/core/import/import-date';
import { type EventCodes, type ImportMapping, ValueReader } from '#lib/core/import/import-mapping';
import {
  type ImportProblemCode,
  type ProblemGroup,
  ProblemGroups,
  type RowProblem,
  remedyFor,
} from '#lib/core/import/import-problem';
import type { FieldProblem } from '#lib/core/problem';
import { westernDigits } from '#lib/core/statement/partial-date';
import { seenValue } from '#lib/core/statement/seen-value';
import {
  isStatementField,
  type StatementField,
  type StatementInput,
  statementFromForm,
  statementParser,
  withFlatFields,
} from '#lib/core/statement/statement-input';

/** A row of a file, or why it could not be read as one. */
export type SourceRow =
  | { readonly kind: 'row'; readonly row: number; readonly cells: ReadonlyMap<string, string> }
  /** `raw` is the row as the file has it, cut; empty where the whole file is meant. */
  | { readonly kind: 'broken'; readonly row: number; readonly code: ImportProblemCode; readonly raw: string };

/** What is here already. Each answers null for "none". */
export interface ExistingStatements {
  readonly byId: (id: string) => ExportedStatement | null;
  readonly byExternalId: (externalId: string) => ExportedStatement | null;
  /** By `contentHash` of a text: the id of a statement of the event. */
  readonly byContentHash: (hash: string) => string | null;
}

/** What a file is imported into. */
export interface ImportContext extends EventCodes {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Who codes the rows that have a stance and name no coder; null where nobody is known. */
  readonly coder: string | null;
  readonly existing: ExistingStatements;
  /** The hash of a text's UTF-8 bytes, as `contentHash` takes it. */
  readonly sha256: (text: string) => string;
}

/** A field of a statement that is here, as it is and as the file has it; null is empty. */
export interface FieldChange {
  readonly field: StatementField;
  readonly before: string | null;
  readonly after: string;
}

/** What an import would do with a row. */
export type RowOutcome =
  | { readonly kind: 'new'; readonly row: number; readonly contentHash: string; readonly input: StatementInput }
  | { readonly kind: 'unchanged'; readonly row: number; readonly id: string }
  | { readonly kind: 'changed'; readonly row: number; readonly id: string; readonly changes: readonly FieldChange[] }
  /** The same text is here (`id`), or in an earlier row of the file (`ofRow`). */
  | {
      readonly kind: 'duplicate';
      readonly row: number;
      readonly id: string | null;
      readonly ofRow: number | null;
      readonly contentHash: string;
      readonly input: StatementInput;
    }
  | { readonly kind: 'rejected'; readonly row: number; readonly problems: readonly RowProblem[] };

/** Something that only a person can say. Answers go into the mapping, and the file is planned again. */
export type ImportQuestion =
  | {
      readonly kind: 'date_order';
      readonly column: string;
      readonly count: number;
      readonly examples: readonly string[];
      readonly orders: readonly DateOrder[];
      /** The order that other dates of the column have for certain, if they all have the same. */
      readonly suggested: DateOrder | null;
    }
  | {
      readonly kind: 'value';
      readonly field: StatementField;
      readonly column: string;
      readonly found: string;
      readonly count: number;
    };

/** What an import would do, in numbers. */
export interface ImportReport {
  readonly rows: number;
  readonly outcomes: Readonly<Record<RowOutcome['kind'], number>>;
  readonly problems: readonly ProblemGroup[];
  readonly questions: readonly ImportQuestion[];
}

const DATE_FIELDS: ReadonlySet<ImportField> = new Set(['said_on', 'source_published']);
const VALUE_CODES: ReadonlySet<ImportProblemCode> = new Set([
  'unknown_camp',
  'unknown_stance',
  'unknown_target',
  'not_one_of',
  'not_a_language_tag',
]);
/** Different values of one field that are asked for, and examples of dates. */
const VALUES_ASKED_MAX = 100;
const DATE_EXAMPLES_MAX = 5;

interface DateQuestion {
  count: number;
  readonly examples: Set<string>;
  readonly orders: Set<DateOrder>;
}

interface FlatRow {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
}

/**
 * Decides row by row what an import would do, and writes nothing: run it once over the file for the report, once
 * more to carry it out. Memory grows with the number of different texts, not with their length.
 */
export class ImportPlanner {
  readonly #context: ImportContext;
  readonly #mapping: ImportMapping;
  readonly #values: ValueReader;
  readonly #parse: ReturnType<typeof statementParser>;
  readonly #columnOf: ReadonlyMap<ImportField, string>;
  readonly #constants: ReadonlyMap<StatementField, string>;
  readonly #rowOfHash = new Map<string, number>();
  readonly #outcomes = { new: 0, unchanged: 0, changed: 0, duplicate: 0, rejected: 0 };
  readonly #problems = new ProblemGroups();
  readonly #valueQuestions = new Map<string, { readonly field: StatementField; readonly found: string; count: number }>();
  readonly #dateQuestions = new Map<ImportField, DateQuestion>();
  /** Orders that dates of a field have for certain. */
  readonly #dateEvidence = new Map<ImportField, Set<DateOrder>>();

  constructor(mapping: ImportMapping, context: ImportContext) {
    this.#mapping = mapping;
    this.#context = context;
    this.#values = new ValueReader(mapping, context);
    this.#parse = statementParser({
      today: context.today,
      camps: context.camps.map(({ slug }) => slug),
      targets: context.targets.map(({ slug }) => slug),
      coding: 'optional',
    });
    this.#columnOf = new Map(mapping.columns.map(({ column, field }) => [field, column]));
    this.#constants = new Map(mapping.constants.map(({ field, value }) => [field, value]));
  }

  /** What an import would do with the next row. */
  read(source: SourceRow): RowOutcome {
    const outcome = source.kind === 'row' ? this.#readRow(source.row, source.cells) : this.#broken(source.row, source.code);
    this.#outcomes[outcome.kind] += 1;
    if (outcome.kind === 'rejected') for (const problem of outcome.problems) this.#note(problem);
    return outcome;
  }

  /** What was decided so far. */
  report(): ImportReport {
    const { new: added, unchanged, changed, duplicate, rejected } = this.#outcomes;
    return {
      rows: added + unchanged + changed + duplicate + rejected,
      outcomes: { ...this.#outcomes },
      problems: this.#problems.list(),
      questions: [...this.#dateQuestionList(), ...this.#valueQuestionList()],
    };
  }

  #broken(row: number, code: ImportProblemCode): RowOutcome {
    return { kind: 'rejected', row, problems: [{ row, column: null, code, remedy: remedyFor(code) }] };
  }

  #readRow(row: number, cells: ReadonlyMap<string, string>): RowOutcome {
    const { fields, problems } = this.#flatten(row, cells);
    const id = this.#cell(cells, 'id');
    const externalId = fields['external_id'];
    const here =
      (id === undefined ? null : this.#context.existing.byId(id)) ??
      (externalId === undefined ? null : this.#context.existing.byExternalId(externalId));
    if (here !== null) return this.#compare(row, here, fields, problems);
    // An id of another place is kept, so that the same file is known when it comes again.
    const known = id === undefined ? null : this.#context.existing.byExternalId(id);
    if (known !== null) return this.#compare(row, known, fields, problems);
    return this.#readNew(row, externalId === undefined && id !== undefined ? { ...fields, external_id: id } : fields, problems);
  }

  #readNew(row: number, given: Readonly<Record<string, string>>, problems: readonly RowProblem[]): RowOutcome {
    const whole = this.#withConstants(given);
    const coder = this.#context.coder;
    const fields = isWanted('coder', whole) && whole['coder'] === undefined && coder !== null ? { ...whole, coder } : whole;
    const parsed = this.#parse(statementFromForm(fields));
    if (!parsed.ok) {
      const asked = new Set(problems.map(({ column }) => column));
      const others = this.#rowProblems(row, parsed.problem.fields).filter(({ column }) => !asked.has(column));
      return { kind: 'rejected', row, problems: [...problems, ...others] };
    }
    if (problems.length > 0) return { kind: 'rejected', row, problems };
    const hash = contentHash(parsed.value.text, this.#context.sha256);
    const id = this.#context.existing.byContentHash(hash);
    const ofRow = this.#rowOfHash.get(hash);
    if (id !== null || ofRow !== undefined) {
      return { kind: 'duplicate', row, id, ofRow: ofRow ?? null, contentHash: hash, input: parsed.value };
    }
    this.#rowOfHash.set(hash, row);
    return { kind: 'new', row, contentHash: hash, input: parsed.value };
  }

  /** What a row changes of a statement that is here. An empty cell changes nothing. */
  #compare(
    row: number,
    here: ExportedStatement,
    fields: Readonly<Record<string, string>>,
    problems: readonly RowProblem[],
  ): RowOutcome {
    const before = exportedFields(here);
    const changes: FieldChange[] = [];
    for (const [field, value] of Object.entries(fields)) {
      if (!isStatementField(field) || field === 'coder') continue;
      // The identifier by which a row was found is here in one place or the other.
      if (field === 'external_id' && value === here.id) continue;
      const after = value.replace(/\r\n?/g, '\n').trim();
      if (after !== before.get(field)) changes.push({ field, before: before.get(field) ?? null, after });
    }
    if (problems.length > 0) return { kind: 'rejected', row, problems };
    if (changes.length === 0) return { kind: 'unchanged', row, id: here.id };
    if (changes.some(({ field }) => field === 'text')) {
      const column = this.#columnOf.get('text') ?? 'text';
      return { kind: 'rejected', row, problems: [{ row, column, code: 'text_is_fixed', remedy: remedyFor('text_is_fixed') }] };
    }
    const whole = new Map(before);
    // What was resolved from several codings is no code that a coding could have.
    for (const field of ['camp', 'stance'])
      if (whole.get(field) === 'disputed' || whole.get(field) === 'uncoded') whole.delete(field);
    for (const { field, after } of changes) whole.set(field, after);
    const parsed = this.#parse(statementFromForm(Object.fromEntries(whole)));
    if (parsed.ok) return { kind: 'changed', row, id: here.id, changes };
    return { kind: 'rejected', row, problems: this.#rowProblems(row, parsed.problem.fields) };
  }

  /** The cells of a row by field, with codes for words and ISO dates. */
  #flatten(row: number, cells: ReadonlyMap<string, string>): FlatRow {
    const fields: Record<string, string> = {};
    const problems: RowProblem[] = [];
    for (const { column, field } of this.#mapping.columns) {
      const cell = this.#cell(cells, field);
      if (cell === undefined || field === 'id') continue;
      if (DATE_FIELDS.has(field)) {
        const date = readImportDate(cell, this.#mapping.dateOrder, this.#context.today);
        if (date.kind === 'ambiguous') {
          this.#askForOrder(field, cell, date.orders);
          const seen = seenValue(cell);
          problems.push({
            row,
            column,
            code: 'ambiguous_date',
            ...(seen === undefined ? {} : { seen }),
            params: { orders: date.orders.join(', ') },
            remedy: remedyFor('ambiguous_date'),
          });
        } else {
          if (date.kind === 'date') this.#noteOrder(field, cell);
          fields[field] = date.kind === 'date' ? date.value : cell;
        }
      } else {
        const value = this.#values.read(field, cell);
        if (value !== '') fields[field] = value;
      }
    }
    return { fields, problems };
  }

  #cell(cells: ReadonlyMap<string, string>, field: ImportField): string | undefined {
    const column = this.#columnOf.get(field);
    const cell = column === undefined ? undefined : cells.get(column)?.trim();
    return cell === '' ? undefined : cell;
  }

  #withConstants(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const whole: Record<string, string> = { ...fields };
    // Constants on which others depend come first: a stance before its confidence.
    for (const isDependent of [false, true]) {
      for (const [field, value] of this.#constants) {
        if (isDependent === NEEDS_ONE_OF.has(field) && whole[field] === undefined && isWanted(field, whole)) whole[field] = value;
      }
    }
    return whole;
  }

  #rowProblems(row: number, problems: readonly FieldProblem[]): readonly RowProblem[] {
    return withFlatFields(problems).map(({ field, code, seen, params }) => ({
      row,
      column: (isStatementField(field) ? this.#columnOf.get(field) : undefined) ?? field,
      code,
      ...(seen === undefined ? {} : { seen }),
      ...(params === undefined ? {} : { params }),
      remedy: remedyFor(code),
    }));
  }

  #note(problem: RowProblem): void {
    this.#problems.add(problem);
    if (!VALUE_CODES.has(problem.code) || problem.seen === undefined) return;
    const field = this.#fieldOf(problem.column);
    if (field === undefined) return;
    const key = `${field}\0${problem.seen}`;
    const question = this.#valueQuestions.get(key);
    if (question !== undefined) question.count += 1;
    else if (this.#valueQuestions.size < VALUES_ASKED_MAX)
      this.#valueQuestions.set(key, { field, found: problem.seen, count: 1 });
  }

  #fieldOf(column: string | null): StatementField | undefined {
    const field = this.#mapping.columns.find((each) => each.column === column)?.field;
    return field === undefined || field === 'id' ? undefined : field;
  }

  #askForOrder(field: ImportField, cell: string, orders: readonly DateOrder[]): void {
    const question = this.#dateQuestions.get(field) ?? { count: 0, examples: new Set<string>(), orders: new Set<DateOrder>() };
    question.count += 1;
    if (question.examples.size < DATE_EXAMPLES_MAX) question.examples.add(cell.slice(0, 40));
    for (const order of orders) question.orders.add(order);
    this.#dateQuestions.set(field, question);
  }

  /** A date of numbers of which one can be no month says which order the column has. */
  #noteOrder(field: ImportField, cell: string): void {
    const [first = '', second = '', third] = westernDigits(cell).match(/\d+/g) ?? [];
    if (third === undefined || first.length > 2) return;
    const certain = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined;
    if (certain === undefined) return;
    const evidence = this.#dateEvidence.get(field) ?? new Set<DateOrder>();
    evidence.add(certain);
    this.#dateEvidence.set(field, evidence);
  }

  #dateQuestionList(): readonly ImportQuestion[] {
    return [...this.#dateQuestions].map(([field, { count, examples, orders }]) => {
      const [suggested, ...others] = this.#dateEvidence.get(field) ?? [];
      return {
        kind: 'date_order',
        column: this.#columnOf.get(field) ?? field,
        count,
        examples: [...examples],
        orders: [...orders],
        suggested: suggested !== undefined && others.length === 0 ? suggested : null,
      };
    });
  }

  #valueQuestionList(): readonly ImportQuestion[] {
    return [...this.#valueQuestions.values()].map(({ field, found, count }) => ({
      kind: 'value',
      field,
      column: this.#columnOf.get(field) ?? field,
      found,
      count,
    }));
  }
}

/** Fields that are of use only where one of others is filled: no risk without a speaker. */
const NEEDS_ONE_OF: ReadonlyMap<StatementField, readonly StatementField[]> = new Map<StatementField, readonly StatementField[]>([
  ['translation_language', ['translation']],
  ['translated_by', ['translation']],
  ['slogan_use', ['slogan']],
  ['speaker_kind', ['speaker', 'speaker_pseudonym']],
  ['speaker_risk', ['speaker', 'speaker_pseudonym']],
  ['confidence', ['stance', 'camp']],
  ['rationale', ['stance', 'camp']],
  ['coder', ['stance', 'camp']],
]);

function isWanted(field: StatementField, fields: Readonly<Record<string, string>>): boolean {
  return NEEDS_ONE_OF.get(field)?.some((needed) => fields[needed] !== undefined) ?? true;
}

/** An import as a whole: what it would do with each row, and the report. For files that fit into memory. */
export function planImport(
  rows: Iterable<SourceRow>,
  mapping: ImportMapping,
  context: ImportContext,
): { readonly outcomes: readonly RowOutcome[]; readonly report: ImportReport } {
  const planner = new ImportPlanner(mapping, context);
  const outcomes = Array.from(rows, (row) => planner.read(row));
  return { outcomes, report: planner.report() };
}
