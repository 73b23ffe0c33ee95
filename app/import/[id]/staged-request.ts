import 'server-only';

import { inspectFile, type ReadOptions } from '#lib/files/read-rows';
import { readStaged, type StagedFile } from '#lib/files/staged-file';
import type { FileToImport } from '#lib/usecases/plan-import';
import { readCodingSession } from '../../coding-session';

/** What somebody corrected of how the file is read; its format is never asked for. */
async function correctionsOf({ meta, open }: StagedFile): Promise<Partial<ReadOptions>> {
  const encoding = meta.encoding === null ? {} : { encoding: meta.encoding };
  if (meta.delimiter === null) return encoding;
  const inspected = await inspectFile(open, encoding);
  if (!inspected.ok) return encoding;
  return { ...encoding, dialect: { ...inspected.value.dialect, delimiter: meta.delimiter } };
}

/** A staged file as an import takes it; null when it is gone. */
export async function stagedRequest(id: string): Promise<{ readonly staged: StagedFile; readonly request: FileToImport } | null> {
  const staged = await readStaged(id);
  if (staged === null) return null;
  const { meta, open } = staged;
  return {
    staged,
    request: {
      eventSlug: meta.event,
      open,
      corrections: await correctionsOf(staged),
      mapping: meta.mapping,
      coder: meta.by,
      coding: await readCodingSession(),
    },
  };
}
