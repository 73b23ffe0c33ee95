import type { Database } from '#lib/db/open-database';
import type { ScoringService } from '#lib/nlp/scoring-service';

/** What every use case is handed: the database, the scorer, the clock and the source of ids. */
export interface Workspace {
  readonly db: Database;
  readonly scoring: ScoringService;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The instant as stored: ISO 8601 in UTC. */
export function instant(workspace: Workspace): string {
  return workspace.now().toISOString();
}

/** Today as `YYYY-MM-DD` in UTC. */
export function today(workspace: Workspace): string {
  return instant(workspace).slice(0, 10);
}
