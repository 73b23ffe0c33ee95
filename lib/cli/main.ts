import { join } from 'node:path';
import { createDoor } from '#lib/cli/door';
import { runVerb } from '#lib/cli/run-verb';

process.exitCode = await runVerb(createDoor(join(import.meta.dirname, '..', '..')), process.argv.slice(2));
