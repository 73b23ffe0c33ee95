// `npm start`: from a fresh clone to a page, with no question and no variable to set.
import { ensureReady, runSetup, runTypeScript } from './steps.mjs';

await runSetup(async () => {
  await ensureReady();
  runTypeScript('lib/setup/serve.ts', process.argv.slice(2));
});
