/** So often an import, and the file it reads, is said to be in work. */
export const SIGN_EVERY_MS = 5000;

/** So long without a sign, and the process that worked on it is gone: killed, or the machine was switched off. */
const SILENCE_MS = 30_000;

/** Whether what was in work has not been heard of for too long; never heard of at all is silent too. */
export function isSilent(lastSign: Date | null, now: Date): boolean {
  return lastSign === null || now.getTime() - lastSign.getTime() > SILENCE_MS;
}
