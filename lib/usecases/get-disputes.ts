import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type Dispute, type Ruling, readDisputes, type SideBySideCoding } from '#lib/db/adjudications';
import { variableKeysOf } from '#lib/db/blind-coding';
import { type EventRecord, readEvent, type VariableRecord } from '#lib/db/events';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import type { Workspace } from '#lib/usecases/workspace';

/** So many units stand on one page; deciding them brings the next. */
const DISPUTES_SHOWN = 20;

/** Which units are listed. */
export const DISPUTE_SHOWS = ['disputed', 'adjudicated', 'any'] as const;
export type DisputeShow = (typeof DISPUTE_SHOWS)[number];

export interface DisputesRequest {
  readonly eventSlug: string;
  /** Key of a variable; all of them when it is left out. */
  readonly variable?: string | null;
  /** `any`: every unit that two people coded. */
  readonly show?: DisputeShow;
  /** Only units on which one coder said the first code and another the second. */
  readonly between?: readonly [first: string, second: string] | null;
  /** Only this unit, whatever became of it. */
  readonly unit?: { readonly statementId: string; readonly variableKey: string } | null;
  readonly coding?: CodingSession | null;
}

/** A unit on which coders differ, or somebody has decided, with everything that was said of it. */
export interface ShownDispute extends Dispute {
  readonly variable: VariableRecord;
  readonly codings: readonly SideBySideCoding[];
  /** Newest first; reopened ones too. */
  readonly rulings: readonly Ruling[];
}

export interface FoundDisputes {
  readonly event: EventRecord;
  readonly disputes: readonly ShownDispute[];
  /** How many there are in all, beyond those shown. */
  readonly total: number;
  /** How many are left out because the reader codes and has not coded them. */
  readonly hidden: number;
}

/** The units of an event on which coders differ, their codings side by side. */
export async function getDisputes(workspace: Workspace, request: DisputesRequest): Promise<Result<FoundDisputes, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const keys = variableKeysOf(event);
  const asked = request.variable ?? null;
  const found = readDisputes(workspace.db, {
    eventId: event.id,
    variableKeys: asked === null ? keys : keys.filter((key) => key === asked),
    show: request.show ?? 'disputed',
    between: request.between ?? null,
    unit: request.unit ?? null,
    blind: await findBlindness(workspace, event, request.coding),
    limit: DISPUTES_SHOWN,
  });
  const disputes = found.disputes.flatMap((dispute) => {
    const variable = event.codebook.variables.find(({ key }) => key === dispute.variableKey);
    if (variable === undefined) return [];
    const isOfUnit = (row: { readonly statementId: string; readonly variableKey: string }) =>
      row.statementId === dispute.statementId && row.variableKey === dispute.variableKey;
    return [{ ...dispute, variable, codings: found.codings.filter(isOfUnit), rulings: found.rulings.filter(isOfUnit) }];
  });
  return ok({ event, disputes, total: found.total, hidden: found.hidden });
}
