import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '#lib/db/migrate-database';
import { openDatabase } from '#lib/db/open-database';
import { createScoringService } from '#lib/nlp/scoring-service';
import { seedFirstEvent } from '#seed/seed';

declare module 'vitest' {
  interface ProvidedContext {
    /** Paths of migrated database files that tests copy. */
    databaseTemplates: { readonly empty: string; readonly seeded: string };
  }
}

/** Migrates and seeds once for all test files; each test works on a copy. */
export default async function makeTemplates(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-templates-'));
  const empty = join(folder, 'empty.db');
  const seeded = join(folder, 'seeded.db');
  await migrateDatabase(process.cwd(), empty);
  await migrateDatabase(process.cwd(), seeded);
  const db = openDatabase(seeded);
  const scoring = createScoringService();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `test-${String(ids).padStart(8, '0')}`;
  };
  await seedFirstEvent({ db, scoring, now: () => new Date(Date.UTC(2026, 0, 15, 12)), newId }, process.cwd());
  await scoring.close();
  await db.close();
  project.provide('databaseTemplates', { empty, seeded });
  return () => rm(folder, { recursive: true, force: true });
}
