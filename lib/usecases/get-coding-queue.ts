import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { variableKeysOf } from '#lib/db/blind-coding';
import { type CoderRecord, findCoder } from '#lib/db/coders';
import {
  type BlindStatement,
  isInQueue,
  type QueueProgress,
  type QueueScope,
  type QueueUnit,
  readBlindStatement,
  readNextUnit,
  readQueueProgress,
} from '#lib/db/coding-queue';
import { type CodingSample, readCodingSample, readCodingSamples } from '#lib/db/coding-samples';
import { type LastCoding, type OwnCoding, readLastCoding, readOwnCodings } from '#lib/db/codings';
import { type EventRecord, readEvent, type VariableRecord } from '#lib/db/events';
import type { Workspace } from '#lib/usecases/workspace';

export interface QueueRequest {
  readonly eventSlug: string;
  /** Name of the coder. */
  readonly coder: string;
  /** Id of a sample; null is every statement of the event. */
  readonly sample: string | null;
  /** A unit to show in place of the next one: to think again. */
  readonly unit?: QueueUnit | null;
  /** A statement that was put off. */
  readonly after?: string | null;
}

/** One judgement that is asked for. */
export interface CodingUnit {
  readonly statement: BlindStatement;
  readonly variable: VariableRecord;
  readonly codebookVersion: number;
  /** The round that an answer will have. */
  readonly round: number;
  /** What the coder said of it last, withdrawn or not; nobody else's. */
  readonly previous: OwnCoding | null;
}

export interface CodingQueue {
  readonly event: EventRecord;
  /** Null where nobody of that name has coded yet. */
  readonly coder: CoderRecord | null;
  readonly sample: CodingSample | null;
  readonly samples: readonly CodingSample[];
  readonly variables: readonly VariableRecord[];
  readonly progress: QueueProgress;
  /** Null when everything is coded. */
  readonly unit: CodingUnit | null;
  /** What undoing takes back. */
  readonly last: LastCoding | null;
}

/**
 * What a coder is to judge next. This is all that the coding page knows: no query of it reads another person's coding, an
 * adjudication, a resolved code or a machine's score.
 */
export async function getCodingQueue(workspace: Workspace, request: QueueRequest): Promise<Result<CodingQueue, Problem>> {
  const { db } = workspace;
  const event = await readEvent(db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const sample = request.sample === null ? null : await readCodingSample(db, event.id, request.sample);
  if (request.sample !== null && sample === null) return failed({ kind: 'not_found', what: 'sample', id: request.sample });
  const coder = await findCoder(db.read, request.coder);
  const keys = sample?.variableKeys ?? variableKeysOf(event);
  const variables = event.codebook.variables.filter((variable) => keys.includes(variable.key));
  const scope: QueueScope = {
    eventId: event.id,
    coderId: coder?.id ?? '',
    sampleId: sample?.id ?? null,
    variableKeys: variables.map((variable) => variable.key),
    versionId: event.codebook.id,
  };
  const asked = request.unit ?? null;
  const next = asked !== null && isInQueue(db, scope, asked) ? asked : readNextUnit(db, scope, request.after ?? null);
  return ok({
    event,
    coder,
    sample,
    samples: readCodingSamples(db, event.id),
    variables,
    progress: readQueueProgress(db, scope),
    unit: next === null ? null : await unitOf(workspace, event, scope, next),
    last: coder === null ? null : readLastCoding(db, event.id, coder.id),
  });
}

async function unitOf(workspace: Workspace, event: EventRecord, scope: QueueScope, unit: QueueUnit): Promise<CodingUnit | null> {
  const statement = readBlindStatement(workspace.db, event.id, unit.statementId);
  const variable = event.codebook.variables.find((candidate) => candidate.key === unit.variableKey);
  if (statement === null || variable === undefined) return null;
  const own = await readOwnCodings(workspace.db, { ...unit, coderId: scope.coderId });
  return {
    statement,
    variable,
    codebookVersion: event.codebook.number,
    round: 1 + Math.max(0, ...own.filter((row) => row.variableId === variable.id).map((row) => row.round)),
    previous: own.at(-1) ?? null,
  };
}
