import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Door } from '#lib/cli/door';
import { runVerb } from '#lib/cli/run-verb';
import { openDatabase } from '#lib/db/open-database';
import { sharedScoring } from '../setup/database';

/**
 * Runs a verb in this process, as the terminal would: what it writes, what it says, and how it ends.
 * Starting a process for each call takes longer than most verbs; cli.test.ts does so for what only a process shows.
 */
export async function runHere(args: readonly string[], file = join(tmpdir(), 'there-is-none.db')) {
  const ran = { code: 0, out: '', err: '' };
  const write = async (text: string) => {
    ran.out += text;
  };
  const door: Door = {
    root: process.cwd(),
    write,
    writeJson: (value) => write(JSON.stringify(value)),
    say: (line) => {
      ran.err += `${line}\n`;
    },
    databaseFile: async () => file,
    withWorkspace: async (work) => {
      const db = openDatabase(file);
      try {
        return await work({ db, scoring: sharedScoring(), now: () => new Date(), newId: randomUUID });
      } finally {
        await db.close();
      }
    },
  };
  ran.code = await runVerb(door, args);
  return ran;
}
