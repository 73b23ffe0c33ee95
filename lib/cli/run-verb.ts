import { CommanderError } from 'commander';
import { type Door, EXIT, endingOf } from '#lib/cli/door';
import { createProgram } from '#lib/cli/program';

/**
 * Runs the verb that was called, with its options.
 * @param args the verb and what follows it
 * @returns the exit code; expected trouble was said through the door, and a fault that must be seen whole is thrown
 */
export async function runVerb(door: Door, args: readonly string[]): Promise<number> {
  try {
    await (await createProgram(door, args[0])).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    // Commander has said what is wrong, or has given the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    // The reader (head, less) has seen enough.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return EXIT.done;
    const ending = await endingOf(error);
    if (ending === null) throw error;
    door.say(ending.message);
    return ending.exitCode;
  }
}
