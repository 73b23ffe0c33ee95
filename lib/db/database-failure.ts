import { Prisma } from '#lib/db/generated/client';

/** The database stayed locked by another process; the same request may succeed in a moment. */
export class DatabaseBusy extends Error {
  readonly retryAfterSeconds = 2;
  constructor() {
    super('The database is busy with another process. Nothing was saved; try again in a moment.');
    this.name = 'DatabaseBusy';
  }
}

/** A fault of the database, told without any text of a statement. */
export class DatabaseFailure extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(`The database refused (${code}${detail === '' ? '' : `: ${detail}`}).`);
    this.name = 'DatabaseFailure';
    this.code = code;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

/** Whether the file was locked by somebody else. */
export function isBusy(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P1008' || error.code === 'P2034')) return true;
  return /SQLITE_BUSY|database is locked|SocketTimeout/.test(messageOf(error));
}

/**
 * Prisma's messages quote the arguments of the query, and so the statement's text: what reaches a log keeps the code and the
 * constraint only. Errors of other origin pass unchanged.
 */
export function withoutTexts(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const constraint = /(?:UNIQUE|CHECK|FOREIGN KEY|NOT NULL) constraint failed(?:: [\w., ]+)?/i.exec(error.message)?.[0] ?? '';
    return new DatabaseFailure(error.code, constraint);
  }
  if (error instanceof Prisma.PrismaClientValidationError) return new DatabaseFailure('invalid query', '');
  if (error instanceof Prisma.PrismaClientUnknownRequestError) return new DatabaseFailure('unknown', '');
  return error;
}
