import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './lib/setup/browser.mjs';

const PORT = Number(process.env['JOURNEY_PORT'] ?? '3217');
// Each worker loads this file again: the folder is made once and handed on.
process.env['JOURNEY_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'stanceboard-journeys-'));
const folder = process.env['JOURNEY_FOLDER'];
const executablePath = await findBrowser();

/** The walk over every page changes little and may be cut in two; it has a server of its own, as a journey counts what it finds. */
const WALK = /every-page\.spec\.ts$/;

function addressAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** A server on a port, with a database of its own that is made with it. */
function serverAt(port: number, database: string) {
  return {
    command: 'node lib/setup/start.mjs',
    url: `${addressAt(port)}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    env: { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: `file:${join(folder, database)}` },
  };
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  projects: [
    { name: 'journeys', testIgnore: WALK, workers: 1, use: { baseURL: addressAt(PORT) } },
    { name: 'pages', testMatch: WALK, fullyParallel: true, use: { baseURL: addressAt(PORT + 1) } },
  ],
  use: {
    locale: 'en-GB',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [serverAt(PORT, 'journeys.db'), serverAt(PORT + 1, 'pages.db')],
});
