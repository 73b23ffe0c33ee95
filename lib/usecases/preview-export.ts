import { CODING_COLUMNS } from '#lib/core/codings/coding-columns';
import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import { type ColumnLabels, type ExportedStatement, STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { describeFilter, type FilterChip } from '#lib/core/filter/statement-filter';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { iterateCodingRows } from '#lib/db/coding-rows';
import { iterateExportRows } from '#lib/db/export-rows';
import { countStatements } from '#lib/db/statement-list';
import { csvChunks, jsonLineChunks } from '#lib/files/write-csv';
import { type FoundScope, findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { statementNotes } from '#lib/usecases/statement-notes';
import type { Workspace } from '#lib/usecases/workspace';

/** What an export would hold, before anybody fetches it. */
export interface ExportPreview {
  readonly scope: FoundScope;
  readonly filter: readonly FilterChip[];
  readonly statements: number;
  readonly codings: number;
  /** Bytes of each file, reckoned from its first rows. */
  readonly bytes: Readonly<Record<'csv' | 'jsonl' | 'codings', number>>;
  /** The first rows. */
  readonly rows: readonly ExportedStatement[];
}

/** Sizes are reckoned from so many rows. */
const SAMPLE = 100;
const SHOWN = 5;

function take<Row>(rows: Iterable<Row>, most: number): Row[] {
  const taken: Row[] = [];
  for (const row of rows) {
    taken.push(row);
    if (taken.length >= most) break;
  }
  return taken;
}

async function bytesOf(chunks: AsyncIterable<string>, rows: number, all: number): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) bytes += Buffer.byteLength(chunk);
  return rows === 0 ? bytes : Math.round((bytes / rows) * all);
}

/** Counts what the files of a filter hold, reckons their sizes and reads their first rows. */
export async function previewExport(
  workspace: Workspace,
  request: ScopeRequest & { readonly language: 'en' | 'ar'; readonly labels: ColumnLabels },
): Promise<Result<ExportPreview, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request });
  if (!found.ok) return found;
  const scope = found.value;
  const { event } = scope;
  const statements = countStatements(workspace.db, scope);
  const notes = statementNotes(workspace, scope, request.labels);
  const sample = take(iterateExportRows(workspace.db, scope, request.language), SAMPLE);
  let codings = 0;
  const codingSample = [];
  const allCodings = iterateCodingRows(workspace.db, {
    event,
    language: request.language,
    coders: 'pseudonyms',
    blind: scope.blind ?? null,
  });
  for (const coding of allCodings) {
    codings += 1;
    if (codingSample.length < SAMPLE) codingSample.push(coding);
  }
  return ok({
    scope,
    filter: describeFilter({ ...scope.filter, context: 'out' }),
    statements,
    codings,
    bytes: {
      csv: await bytesOf(csvChunks(sample, STATEMENT_COLUMNS, notes, CSV_FLAVOURS.excel), sample.length, statements),
      jsonl: await bytesOf(jsonLineChunks(sample, STATEMENT_COLUMNS, notes), sample.length, statements),
      codings: await bytesOf(csvChunks(codingSample, CODING_COLUMNS, undefined, CSV_FLAVOURS.data), codingSample.length, codings),
    },
    rows: sample.slice(0, SHOWN),
  });
}
