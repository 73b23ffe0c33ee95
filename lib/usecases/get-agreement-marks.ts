import type { Problem } from '#lib/core/problem';
import { type AgreementMark, agreementMark } from '#lib/core/reliability/agreement-band';
import { alphaWithInterval } from '#lib/core/reliability/alpha-bootstrap';
import { failed, ok, type Result } from '#lib/core/result';
import type { BlindCoder } from '#lib/db/blind-coding';
import { type EventRecord, readEvent, type VariableRecord } from '#lib/db/events';
import { countCoders, countStaleCodings } from '#lib/db/reliability-codings';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { keepAnswers } from '#lib/usecases/kept-answers';
import { readVariableCodings } from '#lib/usecases/reliability-input';
import type { Workspace } from '#lib/usecases/workspace';

/** What travels with everything that uses a variable. */
export interface VariableMark extends AgreementMark {
  /** Codings that are left out because their meaning has changed since they were made. */
  readonly stale: number;
}

/** Marks by the key of their variable. */
export type AgreementMarks = Readonly<Record<string, VariableMark>>;

// Every chart asks for the marks; a bootstrap of 10,000 units takes about half a second.
const keep = keepAnswers<AgreementMarks>();

/**
 * The mark of one variable. Alpha rests on statements that several people coded, so only these are read: an event of a million statements
 * that one person coded takes no more memory than one of ten.
 */
function computeMark(workspace: Workspace, event: EventRecord, variable: VariableRecord, blind: BlindCoder | null): VariableMark {
  const { db } = workspace;
  const scope = { eventId: event.id, versionId: event.codebook.id, variableKey: variable.key, blind };
  // Nothing of a first version can have changed its meaning.
  const stale = event.codebook.number === 1 ? 0 : countStaleCodings(db, scope);
  const { input } = readVariableCodings(workspace, event, variable, blind, undefined, 'shared');
  const shared = alphaWithInterval(input);
  if (shared.units > 0) return { ...agreementMark(shared), stale };
  const coders = countCoders(db, scope);
  const reason = coders === 0 ? 'no_codings' : coders === 1 ? 'one_coder' : 'no_shared_unit';
  return { ...agreementMark({ alpha: null, ci: null, units: 0, coders, reason }), stale };
}

function computeMarks(workspace: Workspace, event: EventRecord, blind: BlindCoder | null): AgreementMarks {
  return Object.fromEntries(
    event.codebook.variables.map((variable) => [variable.key, computeMark(workspace, event, variable, blind)]),
  );
}

/** The marks of an event that was already read. */
export function marksOf(workspace: Workspace, event: EventRecord, blind: BlindCoder | null): AgreementMarks {
  return keep(workspace, event, blind, () => computeMarks(workspace, event, blind));
}

/**
 * How far the codes of each variable may be leaned on: the alpha with its interval, n of units and coders, and the band that marks
 * every chart, file and sentence.
 */
export async function getAgreementMarks(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly coding?: CodingSession | null },
): Promise<Result<AgreementMarks, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  return ok(marksOf(workspace, event, await findBlindness(workspace, event, request.coding)));
}
