// `npm run -s cli -- <verb>`: the terminal door, with its set-up.
import { ensureReady, ROOT, runSetup } from './steps.mjs';

await runSetup(ensureReady);
process.chdir(ROOT);
// A verb takes less time than the start of another process for it would.
const { register } = await import('tsx/esm/api');
register();
await import(new URL('../cli/main.ts', import.meta.url).href);
