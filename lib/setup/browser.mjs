// Finds a Chromium for the journeys, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, runAloud, SetupFailed, say } from './steps.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium on this machine: the one that CHROMIUM names, Playwright's own, or one on the PATH.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new SetupFailed(
      `CHROMIUM is "${named}", but there is no such file. Name a browser's program, for example CHROMIUM=/usr/bin/chromium.`,
    );
  }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** Finds a browser, else installs Playwright's own, else Debian's when this user may. */
export async function ensureBrowser() {
  if ((await findBrowser()) !== null) return;
  say('No Chromium was found: installing the one of Playwright …');
  await runAloud(process.execPath, [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  if ((await findBrowser()) !== null) return;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (hasApt && process.getuid?.() === 0) {
    say('That did not work: installing the chromium of the system by apt …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runAloud('apt-get', ['update', '-qq'], env);
    await runAloud('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
  }
  if ((await findBrowser()) === null) {
    throw new SetupFailed(
      'No Chromium was found and none could be installed. Install one, or name it: CHROMIUM=/path/to/chromium npm test',
    );
  }
}
