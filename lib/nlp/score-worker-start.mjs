// A worker does not inherit tsx from its parent's `--import`, so it registers it itself and then loads the TypeScript beside it.
import { register } from 'tsx/esm/api';

register();
await import(new URL('./score-worker.ts', import.meta.url).href);
