import type { Problem } from '#lib/core/problem';
import { type MachineAgreement, machineAgreement, type ScoredAndCoded } from '#lib/core/reliability/machine-agreement';
import { failed, ok, type Result } from '#lib/core/result';
import type { BlindCoder } from '#lib/db/blind-coding';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type Excerpt, readCurrentScorers, readExcerpts, readScoredAndCoded, SENTIMENT_VARIABLE } from '#lib/db/scored-and-coded';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { keepAnswers } from '#lib/usecases/kept-answers';
import type { Workspace } from '#lib/usecases/workspace';

// It stands next to every score and reads every score of the event.
const keep = keepAnswers<readonly MachineAgreement[]>();

/** The agreement of one version of a scorer in one language, as a score names them. */
export function findScorerAgreement(
  agreements: readonly MachineAgreement[],
  score: { readonly scorer: string | null; readonly version: string | null; readonly language: string | null },
): MachineAgreement | undefined {
  return agreements.find(
    ({ scorer, version, language }) => scorer === score.scorer && version === score.version && language === score.language,
  );
}

/** The same as {@link getScorerAgreement} for an event that was already read. */
export function scorerAgreementOf(
  workspace: Workspace,
  event: EventRecord,
  blind: BlindCoder | null,
): readonly MachineAgreement[] {
  return keep(workspace, event, blind, () => computeAgreement(workspace, event, blind));
}

function computeAgreement(workspace: Workspace, event: EventRecord, blind: BlindCoder | null): MachineAgreement[] {
  return machineAgreement(readChecked(workspace, event, blind), {
    scorers: readCurrentScorers(workspace.db, { eventId: event.id, blind }),
  });
}

/** The same without scorers that nobody has checked: these are found only by reading every score of the event. */
export function checkedAgreementOf(
  workspace: Workspace,
  event: EventRecord,
  blind: BlindCoder | null,
): readonly MachineAgreement[] {
  return machineAgreement(readChecked(workspace, event, blind));
}

function readChecked(workspace: Workspace, event: EventRecord, blind: BlindCoder | null): readonly ScoredAndCoded[] {
  const variable = event.codebook.variables.find(({ key }) => key === SENTIMENT_VARIABLE);
  const scale = new Map((variable?.codes ?? []).flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])));
  return readScoredAndCoded(workspace.db, { eventId: event.id, blind, scale });
}

/**
 * How far each scorer, in each version and language, agrees with the project's coders on the tone of the original texts. n = 0: not yet
 * checked against coders.
 */
export async function getScorerAgreement(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly coding?: CodingSession | null },
): Promise<Result<readonly MachineAgreement[], Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  return ok(scorerAgreementOf(workspace, event, await findBlindness(workspace, event, request.coding)));
}

/** The texts of the statements on which machine and people are furthest apart, by their ids. */
export function readDisagreementTexts(
  workspace: Workspace,
  agreements: readonly MachineAgreement[],
): ReadonlyMap<string, Excerpt> {
  const ids = agreements.flatMap(({ largestDisagreements }) => largestDisagreements.map(({ statementId }) => statementId));
  return readExcerpts(workspace.db, ids);
}
