import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './lib/setup/browser.mjs';

const PORT = process.env['JOURNEY_PORT'] ?? '3217';
// Each worker loads this file again: the folder is made once and handed on.
process.env['JOURNEY_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'stanceboard-journeys-'));
const executablePath = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
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
  webServer: {
    command: 'node lib/setup/start.mjs',
    url: `http://127.0.0.1:${PORT}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    env: { PORT, HOST: '127.0.0.1', DATABASE_URL: `file:${join(process.env['JOURNEY_FOLDER'], 'journeys.db')}` },
  },
});
