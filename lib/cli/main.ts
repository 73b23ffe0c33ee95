import { join } from 'node:path';
import { CommanderError } from 'commander';
import { createDoor, EXIT, endingOf } from '#lib/cli/door';
import { createProgram } from '#lib/cli/program';

const door = createDoor(join(import.meta.dirname, '..', '..'));

try {
  const program = await createProgram(door, process.argv[2]);
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  } else if (error instanceof Error && 'code' in error && error.code === 'EPIPE') {
    // The reader (head, less) has seen enough.
    process.exitCode = EXIT.done;
  } else {
    const ending = await endingOf(error);
    if (ending === null) throw error;
    door.say(ending.message);
    process.exitCode = ending.exitCode;
  }
}
