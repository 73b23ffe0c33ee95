import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '../setup/database';

/** Starts the server as npm start does after installing; every case here ends before anything is served. */
function start(env: Readonly<Record<string, string>>) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', join('lib', 'setup', 'serve.ts')], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return { code: done.status, err: done.stderr };
}

describe('npm start says in one sentence what is wrong, and ends with 1', () => {
  test('a wrong setting', () => {
    const { code, err } = start({ PORT: 'eighty' });
    expect(err.trim()).toBe('PORT is "eighty", but must be a number from 0 to 65535, for example PORT=3000.');
    expect(code).toBe(1);
  });

  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((ready) => {
      other.listen(0, '127.0.0.1', ready);
    });
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = start({ PORT: String(port), DATABASE_URL: 'file:/tmp/stanceboard-unused.db' });
    expect(err.trim()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
    expect(code).toBe(1);
  });

  test('a database from a newer version', async () => {
    const file = await databaseFile({ seeded: false });
    const connection = new BetterSqlite3(file);
    connection.exec(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count) VALUES ('x','x','29990101000000_future',1,1,1)`,
    );
    connection.close();
    const { code, err } = start({ PORT: '0', DATABASE_URL: `file:${file}` });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('newer version of Stanceboard');
    expect(code).toBe(1);
  });

  test('a folder that cannot be made', () => {
    const { code, err } = start({ PORT: '0', DATABASE_URL: 'file:./package.json/board.db' });
    expect(err).toContain('cannot be written');
    expect(code).toBe(1);
  });
});
