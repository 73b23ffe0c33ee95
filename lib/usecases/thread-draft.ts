import { z } from 'zod';

/** The form whose draft holds a thread: its parts and what they share, each as JSON. */
export const THREAD_FORM = 'thread';

const storedParts = z.array(z.string());
const storedShared = z.record(z.string(), z.string());

/** The texts of a thread's parts in order; none where the draft holds no thread. */
export function partsOfThread(values: Readonly<Record<string, string>> | undefined): readonly string[] {
  return storedParts.parse(JSON.parse(values?.['parts'] ?? '[]'));
}

/** What all parts of a thread share, by the flat names of the form of a new statement. */
export function sharedOfThread(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return storedShared.parse(JSON.parse(values['shared'] ?? '{}'));
}
