import { CODING_COLUMNS, DIAGNOSIS_COLUMNS, type ExportedDiagnosis } from '#lib/core/codings/coding-columns';
import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { fileName } from '#lib/core/csv/file-name';
import type { Problem } from '#lib/core/problem';
import { diagnosisRows } from '#lib/core/reliability/reliability-diagnosis';
import { failed, ok, type Result } from '#lib/core/result';
import { iterateCodingRows } from '#lib/db/coding-rows';
import { type EventRecord, readEvent, type VariableRecord } from '#lib/db/events';
import { csvChunks, jsonLineChunks } from '#lib/files/write-csv';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { readVariableCodings } from '#lib/usecases/reliability-input';
import { today, type Workspace } from '#lib/usecases/workspace';

interface CoderFileRequest {
  readonly eventSlug: string;
  readonly flavour: CsvFlavourName;
  /** Whether coders are told by name; a file that leaves the team tells pseudonyms. */
  readonly coders: 'names' | 'pseudonyms';
  readonly coding?: CodingSession | null;
}

export interface CodingsExportRequest extends CoderFileRequest {
  readonly format: 'csv' | 'jsonl';
  /** For the labels of codes. */
  readonly language: 'en' | 'ar';
}

export interface CoderFile {
  readonly name: string;
  readonly chunks: AsyncGenerator<string, void>;
}

/** All codings of an event, one row a coding, as a file that an import of codings reads back. */
export async function exportCodings(workspace: Workspace, request: CodingsExportRequest): Promise<Result<CoderFile, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const rows = iterateCodingRows(workspace.db, {
    event,
    language: request.language,
    coders: request.coders,
    blind: await findBlindness(workspace, event, request.coding),
  });
  return ok({
    name: fileName({ event: event.slug, what: 'codings', date: today(workspace), extension: request.format }),
    chunks:
      request.format === 'csv'
        ? csvChunks(rows, CODING_COLUMNS, undefined, CSV_FLAVOURS[request.flavour])
        : jsonLineChunks(rows, CODING_COLUMNS, undefined),
  });
}

function* diagnosisOf(
  workspace: Workspace,
  event: EventRecord,
  variables: readonly VariableRecord[],
  coders: 'names' | 'pseudonyms',
  blind: Awaited<ReturnType<typeof findBlindness>>,
): Generator<ExportedDiagnosis> {
  for (const variable of variables) {
    const { input } = readVariableCodings(workspace, event, variable, blind, (coding) =>
      coders === 'names' ? coding.coder : coding.pseudonym,
    );
    for (const { unit, coder, code, number, entersAlpha } of diagnosisRows(input)) {
      yield {
        variable: variable.key,
        level: variable.level,
        unit,
        coder,
        code: number === null ? code : String(number),
        codeKey: code,
        entersAlpha,
      };
    }
  }
}

/** Which codings entered the coefficient of one variable, or of all: what another program needs to get the same number. */
export async function exportDiagnosis(
  workspace: Workspace,
  request: CoderFileRequest & { readonly variable: string | null },
): Promise<Result<CoderFile, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const { variable } = request;
  const variables = event.codebook.variables.filter(({ key }) => variable === null || key === variable);
  if (variables.length === 0) return failed({ kind: 'not_found', what: 'variable', id: variable ?? '' });
  const blind = await findBlindness(workspace, event, request.coding);
  return ok({
    name: fileName({
      event: event.slug,
      what: 'reliability',
      filter: variable === null ? [] : [['variable', variable]],
      date: today(workspace),
      extension: 'csv',
    }),
    chunks: csvChunks(
      diagnosisOf(workspace, event, variables, request.coders, blind),
      DIAGNOSIS_COLUMNS,
      undefined,
      CSV_FLAVOURS[request.flavour],
    ),
  });
}
