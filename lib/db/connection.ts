import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import BetterSqlite3 from 'better-sqlite3';

/**
 * Set on every connection, in this order, and read back. FULL: an acknowledged save survives a power cut. secure_delete: what is
 * purged leaves no bytes in free pages.
 */
const PRAGMAS: readonly { readonly name: string; readonly set: string; readonly expect: string | number }[] = [
  { name: 'busy_timeout', set: '10000', expect: 10_000 },
  { name: 'journal_mode', set: 'WAL', expect: 'wal' },
  { name: 'synchronous', set: 'FULL', expect: 2 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'secure_delete', set: 'ON', expect: 1 },
];

const QUERY_ONLY = { name: 'query_only', set: 'ON', expect: 1 } as const;

/** A connection whose safety settings did not take: going on would risk data. */
export class PragmaRefused extends Error {
  constructor(name: string, expected: string | number, seen: unknown) {
    super(`SQLite did not accept PRAGMA ${name}: wanted ${expected}, got ${String(seen)}.`);
    this.name = 'PragmaRefused';
  }
}

/**
 * The better-sqlite3 adapter for Prisma, with this project's pragmas on each connection it opens.
 *
 * @param file path of the SQLite file.
 * @param mode `read` adds query_only, so that a read client cannot write by mistake.
 */
export function adapterFactory(file: string, mode: 'read' | 'write'): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url: `file:${file}` });
  const configured = async (adapter: SqlDriverAdapter): Promise<SqlDriverAdapter> => {
    for (const pragma of mode === 'read' ? [...PRAGMAS, QUERY_ONLY] : PRAGMAS) {
      await adapter.executeScript(`PRAGMA ${pragma.name} = ${pragma.set}`);
      const { rows } = await adapter.queryRaw({ sql: `PRAGMA ${pragma.name}`, args: [], argTypes: [] });
      const seen = rows[0]?.[0];
      if (seen !== pragma.expect) throw new PragmaRefused(pragma.name, pragma.expect, seen);
    }
    return adapter;
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: async () => configured(await inner.connect()),
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

function openPlain(file: string, pragmas: typeof PRAGMAS): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  for (const pragma of pragmas) {
    connection.pragma(`${pragma.name} = ${pragma.set}`);
    const seen = connection.pragma(pragma.name, { simple: true });
    if (seen !== pragma.expect) throw new PragmaRefused(pragma.name, pragma.expect, seen);
  }
  return connection;
}

/** Opens a plain connection with the same pragmas, for reads that stream or aggregate many rows. */
export function openRowConnection(file: string): BetterSqlite3.Database {
  return openPlain(file, [...PRAGMAS, QUERY_ONLY]);
}

/** Opens a plain connection that may write, for work that cannot run inside a transaction. The caller holds the write queue. */
export function openWriteConnection(file: string): BetterSqlite3.Database {
  return openPlain(file, PRAGMAS);
}
