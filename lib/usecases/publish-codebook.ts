import { type CodebookContent, parseCodebook } from '#lib/core/codebook/codebook';
import { type CodebookDiff, checkRemovals, diffCodebook, nextVersion } from '#lib/core/codebook/diff-codebook';
import { CODING_LIMITS } from '#lib/core/codings/coding-input';
import type { FieldProblem, Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { SLOGAN_USES, STANCES } from '#lib/core/stance';
import { required } from '#lib/core/statement/field-check';
import { lineCheck } from '#lib/core/statement/value-checks';
import { CAMP_VARIABLE, contentOf, datedVersionOf, readCodeUsage, storeCodebookVersion } from '#lib/db/codebooks';
import { newestVersionNumber } from '#lib/db/codings';
import { type EventRecord, readEvent } from '#lib/db/events';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import { instant, type Workspace } from '#lib/usecases/workspace';

export interface PublishRequest {
  readonly eventSlug: string;
  /** The version that was edited: publishing over a newer one is a conflict. */
  readonly basedOn: number;
  /** The whole codebook as it shall be. */
  readonly content: unknown;
  /** What changed in wording only; `code: null` is the variable's question. */
  readonly sameMeaning?: readonly { readonly variable: string; readonly code: string | null }[];
  readonly by: unknown;
  /** Who edits, if they are coding: nothing in the answer depends on codings that are kept from them. */
  readonly coding?: CodingSession | null;
  /** Say what would happen and write nothing. */
  readonly dryRun?: boolean;
}

export interface PublishedCodebook {
  /** The version that is the newest now. */
  readonly version: number;
  /** False when nothing differs, or for a dry run: nothing was published. */
  readonly published: boolean;
  readonly changes: CodebookDiff;
  /** How many codings no longer mean what they said; without those that are kept from who edits. */
  readonly staleCodings: number;
}

/** Camps are rows of the event too, and those know these letters only. */
const CAMP_KEY = /^[a-z0-9_]+$/u;

/** Variables on whose codes the charts and files themselves rest. */
const FIXED_CODES: readonly { readonly owns: (key: string) => boolean; readonly codes: readonly string[] }[] = [
  { owns: (key) => key.startsWith('stance.'), codes: STANCES },
  { owns: (key) => key === 'use', codes: SLOGAN_USES },
];

/** What a codebook must keep so that the event's charts can be drawn from it. */
function brokenPromises(event: EventRecord, content: CodebookContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wanted = [CAMP_VARIABLE, ...event.targets.map(({ slug }) => `stance.${slug}`)];
  for (const key of wanted) {
    if (!content.variables.some((variable) => variable.key === key)) {
      problems.push({ field: `variables.${key}`, code: 'required', seen: key });
    }
  }
  content.variables.forEach((variable, index) => {
    const at = `variables.${index}`;
    const isTarget = variable.target === null || event.targets.some(({ slug }) => slug === variable.target);
    if (!isTarget) problems.push({ field: `${at}.target`, code: 'unknown_target', seen: variable.target ?? '' });
    if (variable.key.startsWith('stance.') && variable.key !== `stance.${variable.target ?? ''}`) {
      problems.push({ field: `${at}.target`, code: 'unknown_target', seen: variable.target ?? '' });
    }
    const fixed = FIXED_CODES.find(({ owns }) => owns(variable.key));
    if (fixed !== undefined) {
      const live = variable.codes.filter(({ supersededBy }) => supersededBy === null).map(({ key }) => key);
      for (const key of new Set([...live, ...fixed.codes])) {
        if (!live.includes(key) || !fixed.codes.includes(key)) {
          problems.push({
            field: `${at}.codes`,
            code: 'not_allowed',
            seen: key,
            params: { why: 'fixed_codes', allowed: fixed.codes.join(', ') },
          });
        }
      }
    }
    if (variable.key === CAMP_VARIABLE) {
      variable.codes.forEach((code, place) => {
        if (!CAMP_KEY.test(code.key)) problems.push({ field: `${at}.codes.${place}.key`, code: 'invalid', seen: code.key });
      });
    }
  });
  return problems;
}

const checkName = required(lineCheck(CODING_LIMITS.coder));

/**
 * Publishes the next version of a codebook. The version before stays as it was, and so do its codings; those whose variable or code
 * means something else now are stale, exactly those.
 *
 * @returns `code_in_use` with its count for each removed code that has codings, `removal_while_coding` where that would tell a coder what
 * others coded, `changed_meanwhile` when somebody published since.
 */
export async function publishCodebook(
  workspace: Workspace,
  request: PublishRequest,
): Promise<Result<PublishedCodebook, Problem>> {
  const event = await readEvent(workspace.db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const by = checkName(request.by);
  const parsed = parseCodebook(request.content);
  const problems: FieldProblem[] = by.ok ? [] : [{ field: 'by', code: by.problem.problem }];
  if (!parsed.ok) problems.push(...parsed.problem);
  else problems.push(...brokenPromises(event, parsed.value));
  if (!by.ok || !parsed.ok || problems.length > 0) return failed({ kind: 'invalid', fields: problems });
  if (request.basedOn !== event.codebook.number) return failed({ kind: 'conflict', code: 'changed_meanwhile' });

  const before = contentOf(event.codebook, event.targets);
  const changes = diffCodebook(before, parsed.value, request.sameMeaning);
  const blind = await findBlindness(workspace, event, request.coding);
  const usage = readCodeUsage(workspace.db, event.id, event.codebook.id, blind);
  const refused = checkRemovals(changes, usage, blind?.variableKeys);
  if (refused.length > 0) return failed({ kind: 'invalid', fields: refused });
  const staleCodings = usage
    .filter((use) => changes.stale.some((stale) => stale.variable === use.variable && stale.code === use.code))
    .reduce((sum, use) => sum + use.codings, 0);
  const answer = { changes, staleCodings };
  if (!changes.changed || request.dryRun === true) return ok({ ...answer, version: event.codebook.number, published: false });

  const version = nextVersion(datedVersionOf(event.codebook, event.targets), parsed.value, changes);
  return workspace.db.write(async (tx): Promise<Result<PublishedCodebook, Problem>> => {
    if ((await newestVersionNumber(tx, event.codebook.codebookId)) !== request.basedOn) {
      return failed({ kind: 'conflict', code: 'changed_meanwhile' });
    }
    await storeCodebookVersion(tx, event, version, {
      actor: by.value,
      at: instant(workspace),
      newId: workspace.newId,
      stale: changes.stale,
    });
    return ok({ ...answer, version: version.number, published: true });
  });
}
