import { writeCodebookCsv } from '#lib/core/codebook/codebook-csv';
import { writeCodebookMarkdown } from '#lib/core/codebook/codebook-markdown';
import type { CsvFlavourName } from '#lib/core/csv/csv-line';
import { fileName } from '#lib/core/csv/file-name';
import type { Problem } from '#lib/core/problem';
import { ok, type Result } from '#lib/core/result';
import { getCodebook } from '#lib/usecases/get-codebook';
import type { CodebookFormat } from '#lib/usecases/import-codebook';
import type { Workspace } from '#lib/usecases/workspace';

export interface ExportCodebookRequest {
  readonly eventSlug: string;
  readonly version?: number | null;
  readonly format: CodebookFormat;
  /** Of the CSV. */
  readonly flavour: CsvFlavourName;
}

export interface CodebookFile {
  readonly name: string;
  readonly text: string;
}

/** A version of a codebook as a file that an import reads back unchanged. */
export async function exportCodebook(
  workspace: Workspace,
  request: ExportCodebookRequest,
): Promise<Result<CodebookFile, Problem>> {
  const found = await getCodebook(workspace, { eventSlug: request.eventSlug, version: request.version ?? null });
  if (!found.ok) return found;
  const { event, version, content } = found.value;
  const name = fileName({
    event: event.slug,
    what: `codebook-v${version.number}`,
    date: (version.publishedAt ?? '').slice(0, 10),
    extension: request.format,
  });
  switch (request.format) {
    case 'md':
      return ok({ name, text: writeCodebookMarkdown(content, `${event.slug}, version ${version.number}`) });
    case 'csv':
      return ok({ name, text: writeCodebookCsv(content, request.flavour) });
    case 'json':
      return ok({ name, text: `${JSON.stringify(content, null, 2)}\n` });
  }
}
