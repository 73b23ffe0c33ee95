// `npm test`: set-up, checks, tests, journeys in a real browser; ends with "N passed, N failed".
// `npm test -- checks|unit|journeys` runs one part.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt, ensureReady, ROOT, runSetup, SetupFailed, say } from './steps.mjs';

const PARTS = /** @type {const} */ (['checks', 'unit', 'journeys']);
const asked = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} part */
function isAsked(part) {
  return asked.length === 0 || asked.includes(part);
}

/**
 * Runs a program of node_modules in the foreground.
 * @param {string} program path below node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function run(program, args, env = {}) {
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return done.status === 0;
}

/**
 * @param {string} name
 * @param {boolean} isGood
 */
function count(name, isGood) {
  say(`${isGood ? 'passed' : 'FAILED'}: ${name}`);
  if (isGood) total.passed += 1;
  else total.failed += 1;
}

function runChecks() {
  count('lint and format', run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']));
  count('types', run('typescript/bin/tsc', ['--noEmit']));
  count('nothing unused', run('knip/bin/knip.js', ['--no-progress']));
}

/** @param {string} report path of the JSON that the runner wrote */
function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
}

/** @param {string} folder */
function runUnit(folder) {
  const report = join(folder, 'unit.json');
  const isGood = run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const result = readReport(report);
  if (result === null) {
    count('unit tests', isGood);
    return;
  }
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  total.skipped += result.numPendingTests + result.numTodoTests;
  // A file that does not load has no tests to count.
  if (!isGood && result.numFailedTests === 0) total.failed += 1;
}

/** @param {string} folder */
function runJourneys(folder) {
  const report = join(folder, 'journeys.json');
  const isGood = run('@playwright/test/cli.js', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const result = readReport(report);
  if (result === null) {
    count('journeys', isGood);
    return;
  }
  total.passed += result.stats.expected + result.stats.flaky;
  total.failed += result.stats.unexpected + (isGood || result.stats.unexpected > 0 ? 0 : 1);
  total.skipped += result.stats.skipped;
}

await runSetup(async () => {
  const unknown = asked.find((part) => !PARTS.some((known) => known === part));
  if (unknown !== undefined) throw new SetupFailed(`There is no part "${unknown}". Use one of: ${PARTS.join(', ')}.`);
  await ensureReady();
  const folder = mkdtempSync(join(tmpdir(), 'stanceboard-report-'));
  try {
    // The build writes the types that the type check reads.
    if (isAsked('checks') || isAsked('journeys')) await ensureBuilt();
    if (isAsked('checks')) runChecks();
    if (isAsked('unit')) runUnit(folder);
    if (isAsked('journeys')) {
      await ensureBrowser();
      runJourneys(folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  if (total.failed > 0) process.exitCode = 1;
});
