// `npm run -s cli -- <verb>`: the terminal door, with its set-up.
import { ensureReady, runSetup, runTypeScript } from './steps.mjs';

await runSetup(async () => {
  await ensureReady();
  runTypeScript('lib/cli/main.ts', process.argv.slice(2));
});
