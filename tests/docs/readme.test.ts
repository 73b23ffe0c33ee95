import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createDoor } from '#lib/cli/door';
import { createProgram } from '#lib/cli/program';
import { VERSION } from '#lib/core/version';

const readme = readFileSync('README.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('every npm command in the README exists', () => {
  const scripts = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].map((match) => match[1] ?? '');
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts.filter((name) => name !== 'install')) expect(manifest.scripts, script).toHaveProperty([script]);
});

test('every verb in the README exists, and every verb is in the README', async () => {
  const verbs = (await createProgram(createDoor(process.cwd()))).commands.map((command) => command.name());
  const table = readme.slice(readme.indexOf('## In the terminal'), readme.indexOf('## For programs'));
  const written = [...table.matchAll(/^\| `([a-z-]+)/gm)].map((match) => match[1] ?? '');
  expect([...written].sort()).toEqual([...verbs].sort());
});

test('every file that the README names exists', async () => {
  const paths = [...readme.matchAll(/(?:docs|seed|lib)\/[\w./-]*\w|[A-Z]+\.md/g)].map((match) => match[0]);
  for (const path of new Set(paths)) await expect(access(path), path).resolves.toBeUndefined();
});

test('the version is the one of package.json', () => {
  expect(VERSION).toBe(manifest.version);
});
