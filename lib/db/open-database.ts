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
  /**
   * The same for those who ask for one row after the other, thousands of times: what is asked in one turn of the event loop, between two
   * writes of this handle, is answered from one view, because finding out whether the file has changed takes longer than the answer.
   */
  lookUp(sql: string, parameters?: SqlParameters): unknown;
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

/** Prepares each statement once; filters make many different ones, so the cache must not grow without end. */
function statementCache(connection: () => BetterSqlite3.Database): (sql: string) => BetterSqlite3.Statement {
  const statements = new Map<string, BetterSqlite3.Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size > 200) statements.clear();
    const statement = connection().prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

/** Single rows on a connection of their own, whose view lasts to the end of the turn and no longer than to the next write. */
function createLookups(file: string) {
  let connection: BetterSqlite3.Database | null = null;
  let ending: NodeJS.Immediate | null = null;
  const opened = () => {
    connection ??= openRowConnection(file);
    return connection;
  };
  const prepared = statementCache(opened);
  const endView = () => {
    if (ending === null) return;
    clearImmediate(ending);
    ending = null;
    connection?.exec('COMMIT');
  };
  return {
    endView,
    get: (sql: string, parameters: SqlParameters): unknown => {
      const statement = prepared(sql);
      if (ending === null) {
        opened().exec('BEGIN');
        ending = setImmediate(endView);
      }
      return statement.get(parameters);
    },
    close: () => {
      endView();
      connection?.close();
    },
  };
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
  const prepared = statementCache(connection);
  const lookups = createLookups(file);

  return {
    file,
    read,
    rows: {
      all: (sql, parameters = {}) => prepared(sql).all(parameters),
      get: (sql, parameters = {}) => prepared(sql).get(parameters),
      lookUp: (sql, parameters = {}) => lookups.get(sql, parameters),
      iterate: (sql, parameters = {}) => iterateAlone(file, sql, parameters, false),
      iterateCells: (sql, parameters = {}) => iterateAlone(file, sql, parameters, true),
    },
    write: (work) =>
      enqueue(async () => {
        for (let attempt = 1; ; attempt += 1) {
          try {
            const done = await writer.$transaction(async (tx) => {
              // Takes the write lock at once, so that a later statement cannot fail for a snapshot that went stale.
              await tx.$executeRaw`DELETE FROM "FormDraft" WHERE 0`;
              return await work(tx);
            });
            lookups.endView();
            return done;
          } catch (error) {
            if (!isBusy(error)) throw withoutTexts(error);
            if (attempt === BUSY_TRIES) throw new DatabaseBusy();
            await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
          }
        }
      }),
    compact: () =>
      enqueue(async () => {
        lookups.endView();
        return compactDatabase(file);
      }),
    close: async () => {
      await enqueue(async () => undefined);
      rowConnection?.close();
      lookups.close();
      await Promise.all([writer.$disconnect(), read.$disconnect()]);
    },
  };
}
