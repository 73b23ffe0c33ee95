import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openDatabase } from '#lib/db/open-database';
import { createScoringService, type ScoringService } from '#lib/nlp/scoring-service';
import type { Workspace } from '#lib/usecases/workspace';

let scoring: ScoringService | undefined;

/** One scoring worker for a test file; it is unreferenced while idle. */
export function sharedScoring(): ScoringService {
  scoring ??= createScoringService();
  return scoring;
}

/** A clock that moves one second at each look, so that rows have an order and tests have no luck. */
function steadyClock(): () => Date {
  let tick = Date.UTC(2026, 0, 15, 12, 0, 0);
  return () => {
    tick += 1000;
    return new Date(tick);
  };
}

/** A migrated SQLite file of its own for a test, copied from a template; removed when the test ends. */
export async function databaseFile({ seeded }: { readonly seeded: boolean }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-test-'));
  const file = join(folder, 'test.db');
  const templates = inject('databaseTemplates');
  await copyFile(seeded ? templates.seeded : templates.empty, file);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return file;
}

/** A workspace on a database of its own: with the first event in it, or empty. Closed when the test ends. */
export async function testWorkspace({ seeded = true }: { readonly seeded?: boolean } = {}): Promise<Workspace> {
  const file = await databaseFile({ seeded });
  const db = openDatabase(file);
  onTestFinished(() => db.close());
  let count = 0;
  const newId = () => {
    count += 1;
    return `new-${String(count).padStart(8, '0')}`;
  };
  const clock = steadyClock();
  return { db, scoring: sharedScoring(), now: () => new Date(clock().getTime() + 24 * 60 * 60 * 1000), newId };
}

/** A statement as a caller sends it: plain and valid; tests say only what matters to them. */
export function validStatement(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    text: 'We cannot shake hands with those who bombed our homes.',
    language: 'en',
    camp: 'victims_families',
    stance: 'against',
    confidence: 3,
    rationale: 'Refuses the handshake.',
    attribution: 'direct',
    saidOn: '2025-08-02',
    coder: 'tester',
    ...changes,
  };
}
