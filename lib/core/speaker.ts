import type { SpeakerRisk } from '#lib/core/stance';

/**
 * The name of a speaker that may be kept: none for a protected one, so that no page, file, index or log can leak it.
 */
export function storedSpeakerName(speaker: { readonly name: string | null; readonly risk: SpeakerRisk }): string | null {
  return speaker.risk === 'protected' ? null : speaker.name;
}

/**
 * What pages and files show of a speaker: the name of public figures and ordinary speakers, the pseudonym alone of vulnerable and
 * protected ones; null when there is nothing to show.
 */
export function shownSpeakerName(speaker: {
  readonly displayName: string | null;
  readonly pseudonym: string | null;
  readonly risk: SpeakerRisk;
}): string | null {
  if (speaker.risk === 'vulnerable' || speaker.risk === 'protected') return speaker.pseudonym;
  return speaker.displayName ?? speaker.pseudonym;
}
