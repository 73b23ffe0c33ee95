import type { SpeakerRisk } from '#lib/core/stance';

/** What is known of a speaker; null is not known. */
export interface NamedSpeaker {
  readonly name: string | null;
  readonly pseudonym: string | null;
  readonly risk: SpeakerRisk;
}

/** Whether a speaker's own name may be shown, exported or searched. */
export function isNameShown(risk: SpeakerRisk): boolean {
  return risk === 'public_figure' || risk === 'ordinary';
}

/**
 * The name under which a speaker may be shown: their own where the risk allows it, else the pseudonym,
 * else null. A vulnerable or protected speaker is never named, even where no pseudonym was given.
 */
export function shownSpeakerName({ name, pseudonym, risk }: NamedSpeaker): string | null {
  return isNameShown(risk) ? (name ?? pseudonym) : pseudonym;
}
