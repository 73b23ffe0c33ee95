import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFile } from '../setup/database';
import { runHere as cli } from './terminal';

const EVENT = 'damascus-moscow-2025';
const NOTE = ['--by', 'nour', '--reason', 'asked for'];

describe('import', () => {
  test('tries, imports with exit 3 and a file of what was rejected, and is undone', async () => {
    const file = await databaseFile({ seeded: true });
    const csv = join(dirname(file), 'rows.csv');
    const rejected = join(dirname(file), 'rejected.csv');
    await writeFile(
      csv,
      'text,camp,attribution,external_id\nA voice from the port.,pragmatic,direct,x1\nAnother voice.,nobody,direct,x2\n',
    );
    const tried = await cli(['import', csv, '--event', EVENT, '--dry-run'], file);
    expect([tried.code, tried.out]).toEqual([3, expect.stringContaining('2 rows: 1 new')]);
    expect(tried.err).toContain('line 3');
    const done = await cli(['import', csv, '--event', EVENT, '--by', 'nour', '--rejected', rejected, '--json'], file);
    expect(done.code).toBe(3);
    const answer: unknown = JSON.parse(done.out);
    expect(answer).toMatchObject({ status: 'finished', added: 1 });
    expect(readFileSync(rejected, 'utf8')).toContain('Another voice.');
    const batch = typeof answer === 'object' && answer !== null && 'batch' in answer ? String(answer.batch) : '';
    const undone = await cli(['import', '--undo', batch, ...NOTE], file);
    expect([undone.code, undone.out]).toEqual([0, '1 statements deleted, 0 kept\n']);
  });

  test('without a file, or with an unknown encoding, it is called wrongly', async () => {
    const file = await databaseFile({ seeded: true });
    expect((await cli(['import'], file)).code).toBe(2);
    expect((await cli(['import', file, '--encoding', 'koi8'], file)).code).toBe(2);
  });
});

describe('edit, withhold, restore and purge', () => {
  test('say what they did; a purge needs --yes', async () => {
    const file = await databaseFile({ seeded: true });
    const id = 'seed-dm25-p28-5';
    expect((await cli(['edit', id, '--said-on', '2025-08-01', ...NOTE], file)).out).toBe(`${id} changed: saidOn\n`);
    expect((await cli(['withhold', id, ...NOTE], file)).out).toBe(`${id} is now withheld\n`);
    expect((await cli(['restore', id, ...NOTE], file)).out).toBe(`${id} is now published\n`);
    const asked = await cli(['purge', id, ...NOTE], file);
    expect([asked.code, asked.out]).toEqual([2, expect.stringContaining('would be removed')]);
    const purged = await cli(['purge', id, ...NOTE, '--yes'], file);
    expect([purged.code, purged.out]).toEqual([0, expect.stringContaining('removed\n')]);
    expect((await cli(['purge', id, ...NOTE, '--yes'], file)).code).toBe(1);
  });
});

describe('events', () => {
  test('are made with their camps and grow by another', async () => {
    const file = await databaseFile({ seeded: false });
    const made = await cli(
      [
        'event',
        'create',
        '--title',
        'Port agreement',
        '--date',
        '2025-09-01',
        '--proposition',
        'Lease it.',
        '--camp',
        'Dock workers: Work there.',
        'Traders: Trade.',
        '--by',
        'nour',
      ],
      file,
    );
    expect([made.code, made.out]).toEqual([0, 'port-agreement made with the camps dock_workers, traders\n']);
    const grown = await cli(['camp', 'add', 'port-agreement', '--label', 'Fishers', '--definition', 'Fish.', ...NOTE], file);
    expect(grown.out).toBe('port-agreement changed, codebook version 2\n');
  });
});

describe('compare-scores', () => {
  test('says that one version alone has scored the event, and refuses a version that has not', async () => {
    const file = await databaseFile({ seeded: true });
    const alone = await cli(['compare-scores'], file);
    expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('no text has two such scores. Versions: stanceboard-')]);
    const unknown = await cli(['compare-scores', '--before', 'vader@3'], file);
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('vader@3');
    expect(unknown.err).toContain('stanceboard-en@');
  });
});
