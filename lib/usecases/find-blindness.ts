import type { BlindCoder } from '#lib/db/blind-coding';
import { variableKeysOf } from '#lib/db/blind-coding';
import { findCoder } from '#lib/db/coders';
import { readCodingSample } from '#lib/db/coding-samples';
import type { EventRecord } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

/** Who is coding and what they have open, as a door knows it from its cookies. */
export interface CodingSession {
  /** Name of the coder. */
  readonly coder: string;
  /** Slug of the event that they code. */
  readonly event: string;
  /** Id of the sample that they work through; null is every statement of the event. */
  readonly sample: string | null;
}

/**
 * What has to be kept from somebody who codes: everything that others said of the statements and variables in their queue which they
 * have not coded yet, and the machine's score of these statements.
 *
 * @returns null for readers who are not coding this event: nothing is kept from them.
 */
export async function findBlindness(
  workspace: Workspace,
  event: EventRecord,
  session: CodingSession | null | undefined,
): Promise<BlindCoder | null> {
  if (session === null || session === undefined || session.event !== event.slug) return null;
  const coder = await findCoder(workspace.db.read, session.coder);
  const sample = session.sample === null ? null : await readCodingSample(workspace.db, event.id, session.sample);
  return {
    coderId: coder?.id ?? '',
    sampleId: sample?.id ?? null,
    variableKeys: sample?.variableKeys ?? variableKeysOf(event),
    versionId: event.codebook.id,
  };
}
