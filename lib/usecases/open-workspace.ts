import { v7 as uuidv7 } from 'uuid';
import { openDatabase } from '#lib/db/open-database';
import { createScoringService } from '#lib/nlp/scoring-service';
import type { Workspace } from '#lib/usecases/workspace';

/** Opens the real thing for a door: the SQLite file, the scoring worker, the clock, ids that sort by time. */
export function openWorkspace(file: string): Workspace {
  return { db: openDatabase(file), scoring: createScoringService(), now: () => new Date(), newId: () => uuidv7() };
}

/** Ends the worker and the connections. */
export async function closeWorkspace(workspace: Workspace): Promise<void> {
  await workspace.scoring.close();
  await workspace.db.close();
}
