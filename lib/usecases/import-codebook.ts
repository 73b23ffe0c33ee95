import { readCodebookCsv } from '#lib/core/codebook/codebook-csv';
import { readCodebookMarkdown } from '#lib/core/codebook/codebook-markdown';
import type { Problem } from '#lib/core/problem';
import { failed, type Result } from '#lib/core/result';
import { readTable, textFile } from '#lib/files/read-table';
import { type PublishedCodebook, type PublishRequest, publishCodebook } from '#lib/usecases/publish-codebook';
import type { Workspace } from '#lib/usecases/workspace';

export const CODEBOOK_FORMATS = ['md', 'csv', 'json'] as const;
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number];

export interface ImportCodebookRequest extends Omit<PublishRequest, 'content'> {
  readonly text: string;
  readonly format: CodebookFormat;
}

async function contentFrom(text: string, format: CodebookFormat): Promise<Result<unknown, Problem>> {
  switch (format) {
    case 'md': {
      const read = readCodebookMarkdown(text);
      return read.ok ? read : failed({ kind: 'invalid', fields: read.problem });
    }
    case 'csv': {
      const table = await readTable(textFile(text));
      if (!table.ok) return failed({ kind: 'invalid', fields: table.problem });
      const { columns, rows, broken } = table.value;
      if (broken.length > 0) return failed({ kind: 'invalid', fields: broken });
      // The guard is off already.
      const read = readCodebookCsv({ columns, records: rows.map(({ cells }) => cells), flavour: 'data' });
      return read.ok ? read : failed({ kind: 'invalid', fields: read.problem });
    }
    case 'json':
      try {
        return { ok: true, value: JSON.parse(text) };
      } catch {
        return failed({ kind: 'invalid', fields: [{ field: 'file', code: 'invalid', seen: 'not JSON' }] });
      }
  }
}

/** Publishes the codebook that a file holds as the next version: what an export wrote, edited elsewhere. */
export async function importCodebook(
  workspace: Workspace,
  request: ImportCodebookRequest,
): Promise<Result<PublishedCodebook, Problem>> {
  const { text, format, ...publishing } = request;
  const content = await contentFrom(text.replace(/^\uFEFF/u, ''), format);
  return content.ok ? publishCodebook(workspace, { ...publishing, content: content.value }) : content;
}
