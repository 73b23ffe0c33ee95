import { migrateDatabase } from '#lib/db/migrate-database';
import { hasEvents } from '#lib/db/seeding';
import { closeWorkspace, openWorkspace } from '#lib/usecases/open-workspace';
import { refreshSearch } from '#lib/usecases/refresh-search';
import { seedFirstEvent } from '#seed/seed';

/**
 * Brings the database up to date and seeds it when it is empty.
 *
 * @param say takes one line for people.
 * @throws MigrationRefused with a sentence when the file cannot be used.
 */
export async function prepareDatabase(root: string, file: string, say: (line: string) => void): Promise<void> {
  const { applied, copy } = await migrateDatabase(root, file);
  if (copy !== null) say(`Copied the database to ${copy} before bringing it up to date (${applied.join(', ')}).`);
  const workspace = openWorkspace(file);
  try {
    const indexed = await refreshSearch(workspace);
    if (indexed > 0) say(`Wrote the search index of ${indexed} statements anew.`);
    if (!(await hasEvents(workspace.db))) {
      const { event, added } = await seedFirstEvent(workspace, root);
      say(`Seeded the event ${event} with ${added} statements.`);
    }
  } finally {
    await closeWorkspace(workspace);
  }
}
