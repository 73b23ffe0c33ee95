import 'server-only';
import { resolve } from 'node:path';
import { parseSettings } from '#lib/core/settings';
import { openWorkspace } from '#lib/usecases/open-workspace';
import type { Workspace } from '#lib/usecases/workspace';

declare global {
  var stanceboardWorkspace: Workspace | undefined;
}

/**
 * The one workspace of the server process. It hangs on the global object because the development server loads this module again
 * after each change, and a second writing connection would defeat the queue.
 */
export function workspace(): Workspace {
  if (globalThis.stanceboardWorkspace === undefined) {
    const settings = parseSettings(process.env);
    if (!settings.ok) throw new Error(settings.problem.join(' '));
    globalThis.stanceboardWorkspace = openWorkspace(
      resolve(/* turbopackIgnore: true */ process.cwd(), settings.value.databaseFile),
    );
  }
  return globalThis.stanceboardWorkspace;
}
