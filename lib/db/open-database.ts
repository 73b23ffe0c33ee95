import { existsSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { compactDatabase } from '#lib/db/compact-database';
import { adapterFactory, openRowConnection } from '#lib/db/connection';
import { DatabaseBusy, isBusy, withoutTexts } from '#lib/db/database-failure';
import { type Prisma, PrismaClient } from '#lib/db/generated/client';
import { createWriteQueue } from '#lib/db/write-queue';

/** What a piece of writing work gets: Prisma inside one open transaction. */
export type Transaction = Prisma.TransactionClient;

/** A value that SQLite takes as a parameter. */
export type SqlValue = string | number | null;

/** Values by the name that the statement gives them (`@name`). */
export type SqlParameters = Readonly<Record<string, SqlValue>>;

/** Reads that aggregate or stream; every row is parsed by the caller. */
export interface RowReader {
  all(sql: string, parameters?: SqlParameters): unknown[];
  get(sql: string, parameters?: SqlParameters): unknown;
  /** Rows one by one, never all in memory, on a connection of their own: one unchanging view however long the reader takes. */
  iterate(sql: string, parameters?: SqlParameters): IterableIterator<unknown>;
  /** The same with each row as its cells in the order of the columns: where a row has many, naming them is half of the work. */
  iterateCells(sql: string, parameters?: SqlParameters): IterableIterator<unknown>;
}

/** The one database handle. Reads go to connections that cannot write; writes wait their turn. */
export interface Database {
  readonly file: string;
  readonly read: PrismaClient;
  readonly rows: RowReader;
  /**
   * Runs `work` in one transaction on the one writing connection, after the writes that were asked for before it. `work` must
   * await nothing but the database. When another process holds the file, the whole work is tried again.
   *
   * @throws DatabaseBusy when the file stays locked.
   */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Writes the file anew, in the queue of writes, so that nothing deleted is left in it; see `compactDatabase`. */
  compact(): Promise<{ readonly logEmptied: boolean }>;
  close(): Promise<void>;
}

/** A connection that iterates can do nothing else, so each iteration has its own. */
function* iterateAlone(file: string, sql: string, parameters: SqlParameters, isRaw: boolean): IterableIterator<unknown> {
  const connection = openRowConnection(file);
  try {
    yield* connection.prepare(sql).raw(isRaw).iterate(parameters);
  } finally {
    connection.close();
  }
}

const BUSY_TRIES = 4;
const TRANSACTION_LIMIT_MS = 60_000;

/** @throws Error when the file does not exist: migrating creates it. */
export function openDatabase(file: string): Database {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  const writer = new PrismaClient({
    adapter: adapterFactory(file, 'write'),
    transactionOptions: { maxWait: TRANSACTION_LIMIT_MS, timeout: TRANSACTION_LIMIT_MS },
  });
  const read = new PrismaClient({ adapter: adapterFactory(file, 'read') });
  const enqueue = createWriteQueue();
  let rowConnection: BetterSqlite3.Database | null = null;
  const connection = () => {
    rowConnection ??= openRowConnection(file);
    return rowConnection;
  };
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    // Filters make many different statements: the cache must not grow without end.
    if (statements.size > 200) statements.clear();
    const statement = connection().prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    file,
    read,
    rows: {
      all: (sql, parameters = {}) => prepared(sql).all(parameters),
      get: (sql, parameters = {}) => prepared(sql).get(parameters),
      iterate: (sql, parameters = {}) => iterateAlone(file, sql, parameters, false),
      iterateCells: (sql, parameters = {}) => iterateAlone(file, sql, parameters, true),
    },
    write: (work) =>
      enqueue(async () => {
        for (let attempt = 1; ; attempt += 1) {
          try {
            return await writer.$transaction(async (tx) => {
              // Takes the write lock at once, so that a later statement cannot fail for a snapshot that went stale.
              await tx.$executeRaw`DELETE FROM "FormDraft" WHERE 0`;
              return await work(tx);
            });
          } catch (error) {
            if (!isBusy(error)) throw withoutTexts(error);
            if (attempt === BUSY_TRIES) throw new DatabaseBusy();
            await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
          }
        }
      }),
    compact: () => enqueue(async () => compactDatabase(file)),
    close: async () => {
      await enqueue(async () => undefined);
      rowConnection?.close();
      await Promise.all([writer.$disconnect(), read.$disconnect()]);
    },
  };
}
