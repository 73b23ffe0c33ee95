import 'server-only';

import { cookies } from 'next/headers';
import { cache } from 'react';
import type { CodingSession } from '#lib/usecases/find-blindness';

/** Name of the person who codes, kept when they stop, so that they need not type it again. */
const CODER_COOKIE = 'coder';

/** What they code: slug of the event, and the sample or `all`. Without it nobody is coding and nothing is kept from the reader. */
const QUEUE_COOKIE = 'coding';

/** The queue as its cookie holds it. Slugs and ids hold no colon. */
function formatQueue(event: string, sample: string | null): string {
  return `${event}:${sample ?? 'all'}`;
}

function decoded(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** The name that the reader gave when they last coded; null when they never did. */
export const readCoderName = cache(async (): Promise<string | null> => decoded((await cookies()).get(CODER_COOKIE)?.value));

/**
 * Who is coding what, if the reader is. Every page, door and file that could show what others said of a statement hands this to its
 * use case.
 */
export const readCodingSession = cache(async (): Promise<CodingSession | null> => {
  const coder = await readCoderName();
  const queue = decoded((await cookies()).get(QUEUE_COOKIE)?.value);
  const parts = /^([^:]+):([^:]+)$/.exec(queue ?? '');
  if (coder === null || parts === null) return null;
  const [, event = '', sample = ''] = parts;
  return { coder, event, sample: sample === 'all' ? null : sample };
});

/** A year: a name is remembered as long as a choice of language is. */
const KEPT_SECONDS = 365 * 24 * 60 * 60;

/**
 * Remembers a name that was given on another form, to fill in the next one. While somebody codes it is not taken: the queue would go on
 * under another name, and hide what that one has not coded.
 */
export async function keepCoderName(name: string): Promise<void> {
  if ((await readCodingSession()) === null) await setCoderName(name);
}

async function setCoderName(name: string): Promise<void> {
  (await cookies()).set(CODER_COOKIE, encodeURIComponent(name), {
    maxAge: KEPT_SECONDS,
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
  });
}

/** Starts coding a queue under a name: from now on the reader is blind for what they have not coded of it. */
export async function openQueue({ coder, event, sample }: CodingSession): Promise<void> {
  await setCoderName(coder);
  const value = encodeURIComponent(formatQueue(event, sample));
  (await cookies()).set(QUEUE_COOKIE, value, { maxAge: KEPT_SECONDS, path: '/', sameSite: 'lax', httpOnly: true });
}

/** Stops coding; the name stays. */
export async function closeQueue(): Promise<void> {
  (await cookies()).delete(QUEUE_COOKIE);
}
