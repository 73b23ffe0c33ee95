import { randomInt } from 'node:crypto';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { seenValue } from '#lib/core/statement/seen-value';
import { seededSample } from '#lib/core/statistics/seeded-random';
import { variableKeysOf } from '#lib/db/blind-coding';
import { readSampleFrame, SAMPLE_RULES, type SampleRule, storeCodingSample } from '#lib/db/coding-samples';
import { readEvent } from '#lib/db/events';
import { findActiveCoder } from '#lib/usecases/submit-coding';
import { instant, type Workspace } from '#lib/usecases/workspace';

/** Seeds are whole numbers under this. */
const SEED_BOUND = 2 ** 32;

export interface SampleRequest {
  readonly eventSlug: string;
  readonly rule: string;
  /** Keys of the variables to code; none means all. */
  readonly variables: readonly string[];
  /** In (0, 1], for `random`. */
  readonly share?: number | null;
  /** For `random`; one is drawn and recorded when it is left out. */
  readonly seed?: number | null;
  /** Name of the coder who draws. */
  readonly by: string;
}

export interface DrawnSample {
  readonly id: string;
  readonly rule: SampleRule;
  readonly variables: readonly string[];
  readonly share: number | null;
  readonly seed: number | null;
  readonly statements: number;
  /** Statements that it was drawn from. */
  readonly frame: number;
}

function problem(field: string, code: FieldProblem['code'], value: unknown, params?: FieldProblem['params']): FieldProblem {
  const seen = seenValue(value);
  return { field, code, ...(seen === undefined ? {} : { seen }), ...(params === undefined ? {} : { params }) };
}

/**
 * Draws the statements that are to be coded, and records how: rule, share, seed and the statements themselves. The same seed draws the
 * same statements again from the same collection.
 */
export async function drawCodingSample(workspace: Workspace, request: SampleRequest): Promise<Result<DrawnSample, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const problems: FieldProblem[] = [];
  const rule = SAMPLE_RULES.find((known) => known === request.rule);
  if (rule === undefined) problems.push(problem('rule', 'not_one_of', request.rule, { allowed: SAMPLE_RULES.join(', ') }));
  const known = variableKeysOf(event);
  for (const key of request.variables) {
    if (!known.includes(key)) problems.push(problem('variables', 'unknown_variable', key));
  }
  const isRandom = rule === 'random';
  const share = isRandom ? (request.share ?? null) : null;
  if (isRandom && share === null) problems.push({ field: 'share', code: 'required' });
  else if (share !== null && !(share > 0 && share <= 1))
    problems.push(problem('share', 'out_of_range', share, { min: 0.01, max: 1 }));
  const seed = isRandom ? (request.seed ?? randomInt(SEED_BOUND)) : null;
  if (seed !== null && !(Number.isInteger(seed) && seed >= 0 && seed < SEED_BOUND)) {
    problems.push(problem('seed', 'out_of_range', seed, { min: 0, max: SEED_BOUND - 1 }));
  }
  if (problems.length > 0 || rule === undefined) return failed({ kind: 'invalid', fields: problems });

  const variables = request.variables.length === 0 ? known : known.filter((key) => request.variables.includes(key));
  const frame = readSampleFrame(workspace.db, { eventId: event.id, versionId: event.codebook.id, variableKeys: variables, rule });
  const drawn = share === null || seed === null ? frame : seededSample(frame, Math.ceil(frame.length * share), seed);
  if (drawn.length === 0)
    return failed({ kind: 'invalid', fields: [problem('rule', 'not_allowed', rule, { why: 'nothing_drawn' })] });
  const id = workspace.newId();
  return workspace.db.write(async (tx): Promise<Result<DrawnSample, Problem>> => {
    const coder = await findActiveCoder(tx, request.by);
    if (!coder.ok) return coder;
    await storeCodingSample(
      tx,
      { id, eventId: event.id, variableKeys: variables, rule, share, seed, statementIds: drawn },
      { actor: coder.value.name, at: instant(workspace) },
    );
    return ok({ id, rule, variables, share, seed, statements: drawn.length, frame: frame.length });
  });
}
