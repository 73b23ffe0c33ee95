import { readEvent } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** Whether there is an event with that slug: what the frame of its pages needs to know, without counting anything. */
export async function hasEvent(workspace: Workspace, slug: string): Promise<boolean> {
  return (await readEvent(workspace.db, slug)) !== null;
}
