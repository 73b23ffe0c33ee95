import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type BatchRecord, readBatch } from '#lib/db/import-batches';
import type { Workspace } from '#lib/usecases/workspace';

/** One import. */
export function getImport(workspace: Workspace, id: string): Result<BatchRecord, Problem> {
  const batch = readBatch(workspace.db, id, workspace.now());
  return batch === null ? failed({ kind: 'not_found', what: 'import', id }) : ok(batch);
}
