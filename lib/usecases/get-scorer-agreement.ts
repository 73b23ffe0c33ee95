import type { Problem } from '#lib/core/problem';
import { findScorerAgreement } from '#lib/core/reliability/find-scorer-agreement';
import {
  type MachineAgreement,
  machineAgreement,
  type ScoredAndCoded,
  type ScorerReading,
} from '#lib/core/reliability/machine-agreement';
import { failed, ok, type Result } from '#lib/core/result';
import type { TextScore } from '#lib/core/score';
import type { BlindCoder } from '#lib/db/blind-coding';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type Excerpt, readCurrentScorers, readExcerpts, readScoredAndCoded, SENTIMENT_VARIABLE } from '#lib/db/scored-and-coded';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { keepAnswers } from '#lib/usecases/kept-answers';
import type { Workspace } from '#lib/usecases/workspace';

// It stands next to every score and reads every score of the event.
const keep = keepAnswers<readonly MachineAgreement[]>();
const keepChecked = keepAnswers<readonly MachineAgreement[]>();

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
  return keepChecked(workspace, event, blind, () => machineAgreement(readChecked(workspace, event, blind)));
}

/** The same of every version that ever scored a text of the event, the current one or not. */
export function everyVersionAgreementOf(
  workspace: Workspace,
  event: EventRecord,
  blind: BlindCoder | null,
): readonly MachineAgreement[] {
  return machineAgreement(readChecked(workspace, event, blind, 'every version'));
}

/** What travels with some scores: their scorers, each with how far it agrees with the coders, n = 0 where nobody has checked it. */
export function scorersOfScores(
  workspace: Workspace,
  event: EventRecord,
  blind: BlindCoder | null,
  scores: readonly (ScorerReading | null)[],
): readonly MachineAgreement[] {
  return amongChecked(checkedAgreementOf(workspace, event, blind), scores);
}

function amongChecked(
  checked: readonly MachineAgreement[],
  scores: readonly (ScorerReading | null)[],
): readonly MachineAgreement[] {
  const unchecked = machineAgreement([], { scorers: scores.filter((reading) => reading !== null) });
  return unchecked.map((scorer) => findScorerAgreement(checked, scorer) ?? scorer);
}

/**
 * What travels with a score that was only just made.
 *
 * @param checked what {@link getCheckedScorers} found
 * @returns the scorer, n = 0 where nobody has checked it; nothing for a text without a score
 */
export function scorersOfNewScore(checked: readonly MachineAgreement[], score: TextScore | null): readonly MachineAgreement[] {
  return amongChecked(checked, score === null || score.score === null ? [] : [score]);
}

/** What programs are told of scorers: kappa of each one's label with coded sentiment; n = 0 is "not yet checked". */
export function scorerAnswers(scorers: readonly MachineAgreement[]) {
  return scorers.map(({ scorer, version, language, kappa: { kappa, ci, n } }) => ({ scorer, version, language, kappa, ci, n }));
}

function readChecked(
  workspace: Workspace,
  event: EventRecord,
  blind: BlindCoder | null,
  scores: 'current' | 'every version' = 'current',
): readonly ScoredAndCoded[] {
  const variable = event.codebook.variables.find(({ key }) => key === SENTIMENT_VARIABLE);
  const scale = new Map((variable?.codes ?? []).flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])));
  return readScoredAndCoded(workspace.db, { eventId: event.id, blind, scores, scale });
}

interface AgreementRequest {
  readonly eventSlug: string;
  readonly coding?: CodingSession | null;
}

type AgreementAnswer = Promise<Result<readonly MachineAgreement[], Problem>>;

async function ofEvent(
  workspace: Workspace,
  { eventSlug, coding }: AgreementRequest,
  agreementOf: typeof scorerAgreementOf,
): AgreementAnswer {
  const event = await readEvent(workspace.db, eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: eventSlug });
  return ok(agreementOf(workspace, event, await findBlindness(workspace, event, coding)));
}

/**
 * How far each scorer, in each version and language, agrees with the project's coders on the tone of the original texts. n = 0: not yet
 * checked against coders.
 */
export function getScorerAgreement(workspace: Workspace, request: AgreementRequest): AgreementAnswer {
  return ofEvent(workspace, request, scorerAgreementOf);
}

/** The same without scorers that nobody has checked: what stands next to a score that was only just made. */
export function getCheckedScorers(workspace: Workspace, request: AgreementRequest): AgreementAnswer {
  return ofEvent(workspace, request, checkedAgreementOf);
}

/** The texts of the statements on which machine and people are furthest apart, by their ids. */
export function readDisagreementTexts(
  workspace: Workspace,
  agreements: readonly MachineAgreement[],
): ReadonlyMap<string, Excerpt> {
  const ids = agreements.flatMap(({ largestDisagreements }) => largestDisagreements.map(({ statementId }) => statementId));
  return readExcerpts(workspace.db, ids);
}
