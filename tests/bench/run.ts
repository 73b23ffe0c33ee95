import { benchScoring } from './scoring';

// `npm run bench`: every figure beside its floor in the same run. Nothing here is asserted: a machine's mood is not a fault.
process.stdout.write(`scoring: ${JSON.stringify(benchScoring())}\n`);
await import('./alpha-bootstrap');
await import('./files');
