import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { verifyLog } from '#lib/db/audit-log';
import { appliedMigrations } from '#lib/db/migrate-database';
import { listMigrations } from '#lib/db/schema-engine';
import type { Workspace } from '#lib/usecases/workspace';

/** One thing that was looked at. `remedy` says what to do where it is not well. */
export interface HealthCheck {
  readonly name: 'database' | 'migrations' | 'integrity' | 'disk' | 'log' | 'scorer';
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy: string | null;
}

export interface Health {
  readonly status: 'ok' | 'failing';
  readonly checks: readonly HealthCheck[];
}

function fine(name: HealthCheck['name'], detail: string): HealthCheck {
  return { name, ok: true, detail, remedy: null };
}

function failing(name: HealthCheck['name'], detail: string, remedy: string): HealthCheck {
  return { name, ok: false, detail, remedy };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function checkMigrations(file: string, root: string): Promise<HealthCheck> {
  try {
    const known = await listMigrations(root);
    const { finished, unfinished } = appliedMigrations(file);
    const missing = known.filter((name) => !finished.includes(name));
    const newer = finished.filter((name) => !known.includes(name));
    if (unfinished.length > 0)
      return failing('migrations', `unfinished: ${unfinished.join(', ')}`, 'Put back the copy made before it, then start again.');
    if (newer.length > 0)
      return failing('migrations', `from a newer version: ${newer.join(', ')}`, 'Update this copy of Stanceboard.');
    if (missing.length > 0)
      return failing('migrations', `not applied: ${missing.join(', ')}`, 'Stop the server and run npm start.');
    return fine('migrations', `${finished.length} applied`);
  } catch (error) {
    return failing('migrations', reasonOf(error), 'Check DATABASE_URL and run npm start.');
  }
}

async function checkDatabase(workspace: Workspace): Promise<HealthCheck> {
  try {
    await workspace.db.read.event.count();
    await access(workspace.db.file, constants.W_OK);
    await access(dirname(workspace.db.file), constants.W_OK);
    return fine('database', 'readable and writable');
  } catch (error) {
    return failing(
      'database',
      reasonOf(error).split('\n').at(-1) ?? 'unusable',
      'Check that the file exists and that this user may write it and its folder.',
    );
  }
}

/** Whether the server can do its work: the quick look that a load balancer asks for every few seconds. */
export async function checkHealth(workspace: Workspace, root: string): Promise<Health> {
  const checks = [await checkDatabase(workspace), await checkMigrations(workspace.db.file, root)];
  return { status: checks.every((check) => check.ok) ? 'ok' : 'failing', checks };
}

/** The long look of `doctor`: also the integrity of the file, the chain of the log and the scorer. */
export async function examine(workspace: Workspace, root: string): Promise<Health> {
  const { checks } = await checkHealth(workspace, root);
  const more: HealthCheck[] = [];
  try {
    const integrity = workspace.db.rows.get('PRAGMA integrity_check');
    const verdict =
      typeof integrity === 'object' && integrity !== null && 'integrity_check' in integrity
        ? String(integrity.integrity_check)
        : 'unknown';
    const broken = workspace.db.rows.all('PRAGMA foreign_key_check').length;
    const { size } = await stat(workspace.db.file);
    more.push(
      verdict === 'ok' && broken === 0
        ? fine('integrity', `ok, ${size} bytes`)
        : failing(
            'integrity',
            `${verdict}; ${broken} broken references`,
            'Stop the server, keep a copy of the file, and put back the last good copy.',
          ),
    );
    const log = await verifyLog(workspace.db);
    more.push(
      log.intact
        ? fine('log', `${log.rows} rows, unbroken`)
        : failing(
            'log',
            `row ${log.seq} does not match (${log.what})`,
            'Somebody altered the file outside Stanceboard: compare it with a copy.',
          ),
    );
  } catch (error) {
    more.push(failing('integrity', reasonOf(error), 'Check DATABASE_URL and run npm start.'));
  }
  const score = await workspace.scoring.score('A good day.', 'en');
  more.push(
    score.score !== null && score.score > 0
      ? fine('scorer', `${score.scorer} ${score.version}`)
      : failing('scorer', `no answer (${score.reason ?? score.score})`, 'Reinstall with npm ci and start again.'),
  );
  const all = [...checks, ...more];
  return { status: all.every((check) => check.ok) ? 'ok' : 'failing', checks: all };
}
