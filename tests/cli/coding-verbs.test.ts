import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '../setup/database';
import { runHere as cli } from './terminal';

const STATEMENT = 'seed-dm25-p25-1';
const STANCE = 'stance.rapprochement';

async function fileOf(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stanceboard-coding-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

/** Krippendorff's example (2011, Computing Krippendorff's Alpha-Reliability): 4 coders, 12 units, `.` is missing. */
const CANONICAL = {
  A: '1 2 3 3 2 1 4 1 2 . . .',
  B: '1 2 3 3 2 2 4 1 2 5 . 3',
  C: '. 3 3 3 2 3 4 2 2 5 1 .',
  D: '1 2 3 3 2 4 4 1 2 5 1 .',
};

function canonicalCsv(): string {
  const rows = Object.entries(CANONICAL).flatMap(([coder, codes]) =>
    codes.split(' ').map((code, unit) => `${unit + 1},${coder},${code === '.' ? '' : code}`),
  );
  return `unit,coder,code\n${rows.join('\n')}\n`;
}

describe('reliability --file', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ])("gives the published %s alpha of Krippendorff's example", async (level, alpha) => {
    const file = await fileOf('canonical.csv', canonicalCsv());
    const ran = await cli(['reliability', '--file', file, '--level', level, '--json']);
    expect(ran.code).toBe(0);
    const answer = JSON.parse(ran.out);
    expect(answer).toMatchObject({ units: 11, coders: 4, reason: null, missing: 7 });
    expect(answer.alpha).toBeCloseTo(alpha, 3);
    const [low, high] = answer.ci;
    expect(low).toBeLessThan(answer.alpha);
    expect(high).toBeGreaterThan(answer.alpha);
  });

  test.each([
    ['one_category', 'unit,coder,code\n1,A,x\n1,B,x\n2,A,x\n2,B,x\n'],
    ['no_shared_unit', 'unit,coder,code\n1,A,x\n2,B,y\n'],
    ['one_coder', 'unit,coder,code\n1,A,x\n2,A,y\n'],
  ])('says %s in place of a number', async (reason, text) => {
    const ran = await cli(['reliability', '--file', await fileOf('codings.csv', text), '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ alpha: null, ci: null, reason });
  });

  test('leaves wrong rows out, names them, and says so with its exit code', async () => {
    const text = 'unit,coder,code\n1,A,1\n1,B,2\n2,A,x\n2,B,2\n3,A,2\n3,B,2\n1,A,3\n';
    const ran = await cli(['reliability', '--file', await fileOf('codings.csv', text), '--level', 'interval', '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.out)).toMatchObject({ units: 2, rejected: 2 });
    // Lines of the file, the header being the first.
    expect(ran.err).toContain('line 4: code: “x” is not a number');
    expect(ran.err).toContain('line 8: this coder coded unit "1" on line 2 already; the first one counts.');
  });

  test('a file without the columns, and an unknown level, are calls that are wrong', async () => {
    const file = await fileOf('codings.csv', 'a,b\n1,2\n');
    const lacking = await cli(['reliability', '--file', file]);
    expect(lacking.code).toBe(2);
    expect(lacking.err).toContain('lacks the columns: unit, coder, code. It has: a, b.');
    expect((await cli(['reliability', '--file', file, '--level', 'cardinal'])).code).toBe(2);
    expect((await cli(['reliability', '--file', join(file, 'nowhere.csv')])).code).toBe(1);
  });

  test('an empty file and a folder are told in a sentence, and what only looks missing is told', async () => {
    const empty = await fileOf('empty.csv', '');
    expect(await cli(['reliability', '--file', empty])).toMatchObject({ code: 1, err: `${empty}: The file is empty.\n` });
    const folder = join(empty, '..');
    const refused = await cli(['reliability', '--file', folder]);
    expect(refused).toMatchObject({ code: 1, err: `${folder} is a folder, and a file is needed. Check the path.\n` });
    const file = await fileOf('codings.csv', 'unit,coder,code\n1,A,NA\n1,B,x\n2,A,x\n2,B,x\n');
    const ran = await cli(['reliability', '--file', file]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2 units coded by two or more');
    expect(ran.err).toContain('1 code looks like a mark for a missing value');
  });
});

test('code, read the agreement, take the files away, bring them in elsewhere', async () => {
  const database = await databaseFile({ seeded: true });
  const coding = ['code', '--statement', STATEMENT, '--variable', STANCE];
  expect(await cli([...coding, '--coder', 'nobody', '--code', 'against'], database)).toMatchObject({ code: 1 });
  const given = await cli([...coding, '--coder', 'hala', '--new-coder', '--code', 'against', '--json'], database);
  expect(JSON.parse(given.out)).toMatchObject({ created: true, round: 1, code: 'against' });
  expect((await cli([...coding, '--coder', 'hala', '--code', 'favor'], database)).err).toContain('another answer in round 1');

  const reliability = await cli(['reliability', '--variable', STANCE, '--json'], database);
  expect(JSON.parse(reliability.out)).toMatchObject({ variable: STANCE, units: 1, coders: 2, pairs: 1, band: 'low' });

  const codings = await fileOf('codings.csv', (await cli(['codings', 'export'], database)).out);
  const other = await databaseFile({ seeded: true });
  const trial = await cli(['codings', 'import', codings, '--by', 'sami', '--new-coders', '--dry-run', '--json'], other);
  expect(JSON.parse(trial.out)).toMatchObject({ added: 1, rejected: [], dryRun: true, newCoders: ['hala'] });
  const brought = await cli(['codings', 'import', codings, '--by', 'sami', '--new-coders', '--json'], other);
  expect(JSON.parse(brought.out)).toMatchObject({ added: 1, rejected: [] });

  const markdown = await fileOf('CODEBOOK.md', (await cli(['codebook', 'export'], database)).out);
  expect((await cli(['codebook', 'import', markdown, '--by', 'hala', '--dry-run'], database)).out).toContain(
    'nothing was published',
  );
});
