import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { OpenFile } from '#lib/files/read-text';

/** A file on this machine, read piece by piece each time it is asked for. */
export function localFile(path: string): OpenFile {
  return () => createReadStream(path);
}

/** SHA-256 of a file's bytes in hexadecimal, in bounded memory. */
export async function hashOfFile(open: OpenFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of open()) hash.update(chunk);
  return hash.digest('hex');
}
