import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIOME = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

let folder = '';
let refused: ReadonlySet<string> = new Set();

const forbidden: [string, string][] = [
  ['lib/core/probe.ts', 'node:fs'],
  ['lib/core/probe.ts', '#lib/db/open-database'],
  ['lib/core/probe.ts', 'next/server'],
  ['lib/files/probe.ts', '#lib/db/events'],
  ['lib/nlp/probe.ts', '#lib/db/events'],
  ['lib/db/probe.ts', '#lib/usecases/add-statement'],
  ['lib/db/probe.ts', 'wink-nlp'],
  ['lib/i18n/probe.ts', '#lib/db/events'],
  ['lib/usecases/probe.ts', 'next/headers'],
  ['lib/usecases/probe.ts', '@prisma/client'],
  ['lib/usecases/probe.ts', '#lib/i18n/en'],
  ['lib/cli/probe.ts', 'next/headers'],
  ['lib/cli/probe.ts', 'better-sqlite3'],
  ['app/probe.ts', '#lib/cli/door'],
  ['app/probe.ts', 'wink-nlp'],
  ['app/probe.ts', '#lib/db/generated/client'],
];

const allowed: [string, string][] = [
  ['lib/core/probe.ts', 'zod'],
  ['lib/core/probe.ts', '#lib/core/result'],
  ['lib/nlp/probe.ts', 'wink-nlp'],
  ['lib/db/probe.ts', 'better-sqlite3'],
  ['lib/usecases/probe.ts', '#lib/db/events'],
  ['app/probe.ts', '#lib/usecases/add-statement'],
];

/** A file of its own for each import, so that the report names the import by its file. */
function probePath(path: string, module: string): string {
  return path.replace('probe', `probe-${module.replace(/[^a-z]+/gi, '-')}`);
}

// The project's own lint rules are copied to an empty folder and run once over all probes.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stanceboard-lint-'));
  for (const file of ['biome.json', '.gitignore']) await copyFile(join(process.cwd(), file), join(folder, file));
  for (const [path, module] of [...forbidden, ...allowed]) {
    const file = join(folder, probePath(path, module));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `import * as it from '${module}';\nexport const used = it;\n`);
  }
  const done = spawnSync(process.execPath, [BIOME, 'lint', '--max-diagnostics=none', '--colors=off'], {
    cwd: folder,
    encoding: 'utf8',
  });
  refused = new Set(
    [...`${done.stdout}${done.stderr}`.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedImports/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(forbidden)('%s may not import %s', (path, module) => {
  expect(refused).toContain(probePath(path, module));
});

test.each(allowed)('%s may import %s', (path, module) => {
  expect(refused).not.toContain(probePath(path, module));
});
