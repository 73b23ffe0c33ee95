import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDoor } from '#lib/cli/door';
import { createProgram } from '#lib/cli/program';
import { databaseFile } from '../setup/database';
import { runHere } from './terminal';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function cli(args: readonly string[], database: string, input = ''): Ran {
  const done = spawnSync(process.execPath, ['--import', 'tsx', join('lib', 'cli', 'main.ts'), ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, DATABASE_URL: database },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

async function seeded(): Promise<string> {
  return `file:${await databaseFile({ seeded: true })}`;
}

describe('data on stdout, talk on stderr', () => {
  test('export writes a CSV that a program reads, and the count to stderr', async () => {
    const ran = cli(['export', '--camp', 'pragmatic', '--flavour', 'data'], await seeded());
    expect(ran.code).toBe(0);
    const lines = ran.out.trim().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^"id","external_id","event"/);
    expect(ran.err).toContain('5 statements');
  });

  test('stats --json is the comparison', async () => {
    const ran = cli(['stats', '--json'], await seeded());
    expect(JSON.parse(ran.out)).toMatchObject({ totals: { statements: 19, compared: 14, contextLeftOut: 5 } });
  });

  test('score --json carries the evidence', async () => {
    const ran = cli(['score', 'A wonderful day.', '--lang', 'en', '--json'], await seeded());
    expect(JSON.parse(ran.out)).toMatchObject({ label: 'positive', evidence: { flags: [] } });
  });

  test('score --event says next to the score how far the scorer agrees with the coders of the event', async () => {
    const words = ['score', 'A wonderful day.', '--lang', 'en', '--event', 'damascus-moscow-2025'];
    const ran = await runHere(words, await databaseFile({ seeded: true }));
    expect(ran.out).toMatch(/^0\.\d+ positive\n[\s\S]*Scores by stanceboard-en: not yet checked against coders\.\n$/);
  });

  test('score --file writes a line for each row, in order', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stanceboard-score-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'posts.tsv');
    await writeFile(file, 'id\tbody\n7\tA wonderful day.\n8\t\n9\tيوم رائع وجميل\n10\tKreml\u0000 \ud83d\ude00\n');
    const ran = cli(['score', '--file', file, '--column', 'body', '--lang', 'auto', '--jsonl'], 'file:/tmp/none.db');
    const rows = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ row, columns, label, reason }) => [row, columns.id, label === null ? reason : label]).slice(0, 3)).toEqual(
      [
        [1, '7', 'positive'],
        [2, '8', 'empty'],
        [3, '9', 'positive'],
      ],
    );
    expect(rows).toHaveLength(4);
  });

  test('add takes options, and JSON from stdin', async () => {
    const file = await databaseFile({ seeded: true });
    const options = [
      '--camp',
      'pragmatic',
      '--stance',
      'favor',
      '--confidence',
      '2',
      '--attribution',
      'direct',
      '--coder',
      'nour',
    ];
    const first = await runHere(
      ['add', '--event', 'damascus-moscow-2025', '--text', 'Trade first, then memory.', ...options, '--json'],
      file,
    );
    expect(JSON.parse(first.out)).toMatchObject({ created: true, scorers: [{ scorer: 'stanceboard-en', n: 0 }] });
    const record = {
      text: 'Memory first, then trade.',
      language: 'en',
      camp: 'pragmatic',
      stance: 'against',
      confidence: 3,
      attribution: 'direct',
      coder: 'nour',
    };
    const second = cli(
      ['add', '--event', 'damascus-moscow-2025', '--file', '-', '--json', '--save-similar'],
      `file:${file}`,
      JSON.stringify(record),
    );
    expect(JSON.parse(second.out)).toMatchObject({ created: true });
    expect(JSON.parse((await runHere(['stats', '--json'], file)).out)).toMatchObject({ totals: { statements: 21 } });
  });

  test('seed twice changes nothing', async () => {
    expect(JSON.parse((await runHere(['seed', '--json'], await databaseFile({ seeded: true }))).out)).toEqual({
      event: 'damascus-moscow-2025',
      added: 0,
      unchanged: 19,
    });
  });

  test('doctor finds nothing wrong', async () => {
    const ran = cli(['doctor', '--json'], await seeded());
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ status: 'ok' });
  });
});

test('a reader that has seen enough ends the verb without a word', async () => {
  const command = '"$0" --import tsx lib/cli/main.ts export --flavour data | true';
  const env = { ...process.env, DATABASE_URL: await seeded() };
  const done = spawnSync('sh', ['-c', command, process.execPath], { encoding: 'utf8', env });
  expect(done.stderr).not.toContain('EPIPE');
});

describe('exit codes', () => {
  test.each([
    ['an unknown format', ['export', '--format', 'xls'], 2, /There is no format "xls"/],
    ['a missing text', ['score'], 2, /Say which text/],
    ['an unknown event', ['stats', '--event', 'nowhere'], 1, /There is no event "nowhere"/],
    ['an unknown camp', ['stats', '--filter', 'camp=nobody'], 1, /nobody/],
    ['an invalid statement', ['add', '--event', 'damascus-moscow-2025', '--text', ''], 1, /^text: /m],
  ])('%s', async (_, args, code, message) => {
    const ran = await runHere(args, await databaseFile({ seeded: true }));
    expect(ran.err).toMatch(message);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe('');
  });

  test('an unknown verb is called wrongly', () => {
    const ran = cli(['bogus'], 'file:/tmp/none.db');
    expect([ran.code, ran.out, ran.err]).toEqual([2, '', expect.stringContaining('unknown command')]);
  });

  test('a wrong setting is named with an example', () => {
    const ran = cli(['stats'], 'postgres://x');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('DATABASE_URL is "postgres://x"');
  });

  test('a missing database says what to run', () => {
    const ran = cli(['stats'], 'file:/tmp/stanceboard-there-is-none.db');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('npm start');
  });

  test('a verb that is called brings its own file alone, and is in it', async () => {
    const door = createDoor(process.cwd());
    const all = (await createProgram(door)).commands.map((verb) => verb.name());
    for (const name of all) {
      const loaded = (await createProgram(door, name)).commands.map((verb) => verb.name());
      expect(loaded, name).toContain(name);
      expect(loaded.length, name).toBeLessThan(all.length);
    }
    expect((await createProgram(door, 'nonsense')).commands).toHaveLength(all.length);
  });

  test('every verb has an example in its help', async () => {
    const program = await createProgram(createDoor(process.cwd()));
    expect(program.commands.length).toBeGreaterThanOrEqual(7);
    for (const verb of program.commands) {
      let help = '';
      const writeOut = (text: string) => {
        help += text;
      };
      // A verb with verbs of its own may show its examples at either level.
      for (const each of [verb, ...verb.commands]) each.configureOutput({ writeOut }).outputHelp();
      expect(help, verb.name()).toContain('npm run -s cli -- ');
    }
  });
});
