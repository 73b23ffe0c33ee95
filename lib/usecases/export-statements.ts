import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { fileName } from '#lib/core/csv/file-name';
import { type ColumnLabels, STATEMENT_COLUMNS } from '#lib/core/csv/statement-columns';
import { describeFilter } from '#lib/core/filter/statement-filter';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { iterateExportRows } from '#lib/db/export-rows';
import { countStatements } from '#lib/db/statement-list';
import { csvChunks, jsonLineChunks } from '#lib/files/write-csv';
import { findScope, type ScopeRequest } from '#lib/usecases/find-scope';
import { statementNotes } from '#lib/usecases/statement-notes';
import { today, type Workspace } from '#lib/usecases/workspace';

export interface ExportRequest extends ScopeRequest {
  readonly format: 'csv' | 'jsonl';
  /** For spreadsheets or for programs; JSON Lines has one flavour only. */
  readonly flavour: CsvFlavourName;
  readonly language: 'en' | 'ar';
  readonly labels: ColumnLabels;
}

export interface ExportedFile {
  readonly name: string;
  /** How many statements the file holds. */
  readonly count: number;
  /** The file in pieces, made as they are read. */
  readonly chunks: AsyncGenerator<string, void>;
}

/** The statements of an event under a filter as a file: context camps are in it, because a file is for those who check. */
export async function exportStatements(workspace: Workspace, request: ExportRequest): Promise<Result<ExportedFile, Problem>> {
  const found = await findScope(workspace, { contextByDefault: 'in', ...request, isStrict: true });
  if (!found.ok) return found;
  const scope = found.value;
  const notes = statementNotes(workspace, scope, request.labels);
  const rows = iterateExportRows(workspace.db, scope, request.language);
  return ok({
    name: fileName({
      event: scope.event.slug,
      what: 'statements',
      // Files hold context camps unless asked otherwise: only leaving them out is worth a word.
      filter: describeFilter({ ...scope.filter, context: 'out' }).map(({ facet, value }) => [facet, value] as const),
      date: today(workspace),
      extension: request.format,
    }),
    count: countStatements(workspace.db, scope),
    chunks:
      request.format === 'csv'
        ? csvChunks(rows, STATEMENT_COLUMNS, notes, CSV_FLAVOURS[request.flavour])
        : jsonLineChunks(rows, STATEMENT_COLUMNS, notes),
  });
}
