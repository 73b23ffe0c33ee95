import { CSV_FLAVOURS } from '#lib/core/csv/csv-line';
import { type RejectedRow, rejectedColumns, rejectedRow } from '#lib/core/import/rejected-rows';
import { readRows } from '#lib/files/read-rows';
import { csvChunks } from '#lib/files/write-csv';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { rejectionSentence } from '#lib/i18n/row-problem-sentence';
import { importPlanner, inspectImport } from '#lib/usecases/plan-import';
import { workspace } from '../../../db';
import { fileResponse } from '../../../file-response';
import { getLocale } from '../../../locale';
import { refusal } from '../../../problem-response';
import { stagedRequest } from '../staged-request';

/** The rows that cannot be imported, as the file had them, each with its line and what is wrong: made anew from the file. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const found = await stagedRequest(id);
  const gone = refusal(404, 'not_found', 'Not found', 'This file is no longer here. Import it again.');
  if (found === null) return gone;
  const inspected = await inspectImport(workspace(), found.request);
  if (!inspected.ok) return gone;
  const { file } = inspected.value;
  const planner = importPlanner(workspace(), inspected.value, found.request.coder);
  async function* rejected(): AsyncGenerator<RejectedRow, void> {
    if (found === null) return;
    for await (const source of readRows(found.request.open, file)) {
      const row = rejectedRow(planner.read(source), source);
      if (row !== null) yield row;
    }
  }
  const dictionary = dictionaryOf(await getLocale());
  const chunks = csvChunks(
    rejected(),
    rejectedColumns(file.headers),
    (problem) => rejectionSentence(dictionary, problem),
    CSV_FLAVOURS.excel,
  );
  return fileResponse(`rejected-${found.staged.meta.fileName.replace(/\.[^.]*$/u, '')}.csv`, 'csv', chunks);
}
