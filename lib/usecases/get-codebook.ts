import type { CodebookContent } from '#lib/core/codebook/codebook';
import { type CodebookDiff, diffCodebook } from '#lib/core/codebook/diff-codebook';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { type CodeUsage, contentOf, type ListedVersion, readCodebookVersions, readCodeUsage } from '#lib/db/codebooks';
import { type CodebookVersionRecord, type EventRecord, readCodebookVersion, readEvent } from '#lib/db/events';
import { type CodingSession, findBlindness } from '#lib/usecases/find-blindness';
import type { Workspace } from '#lib/usecases/workspace';

export interface FoundCodebook {
  readonly event: EventRecord;
  readonly version: CodebookVersionRecord;
  readonly content: CodebookContent;
  /** Newest first. */
  readonly versions: readonly ListedVersion[];
  /** Without the codings that are kept from the reader. */
  readonly usage: readonly CodeUsage[];
  /** Whether the reader is coding the event, so that some codings may be kept from them. */
  readonly isBlind: boolean;
  /** What changed since the version before; null for the first. */
  readonly changes: CodebookDiff | null;
}

/** Which parts of a version changed in wording only, as its dates of meaning tell. */
function sameMeaningIn(version: CodebookVersionRecord): { variable: string; code: string | null }[] {
  return version.variables.flatMap((variable) => [
    ...(variable.meaningSince < version.number ? [{ variable: variable.key, code: null }] : []),
    ...variable.codes
      .filter((code) => code.meaningSince < version.number)
      .map((code) => ({ variable: variable.key, code: code.key })),
  ]);
}

/** A version of an event's codebook, the newest unless a number is given, with how often each code is used and what changed. */
export async function getCodebook(
  workspace: Workspace,
  request: { readonly eventSlug: string; readonly version?: number | null; readonly coding?: CodingSession | null },
): Promise<Result<FoundCodebook, Problem>> {
  const { db } = workspace;
  const event = await readEvent(db, request.eventSlug);
  if (event === null) return failed({ kind: 'not_found', what: 'event', id: request.eventSlug });
  const number = request.version ?? event.codebook.number;
  const version = number === event.codebook.number ? event.codebook : await readCodebookVersion(db, event.id, number);
  if (version === null) return failed({ kind: 'not_found', what: 'codebook version', id: String(number) });
  const before = number === 1 ? null : await readCodebookVersion(db, event.id, number - 1);
  const content = contentOf(version, event.targets);
  const blind = await findBlindness(workspace, event, request.coding);
  return ok({
    event,
    version,
    content,
    versions: readCodebookVersions(db, version.codebookId),
    usage: readCodeUsage(db, event.id, event.codebook.id, blind),
    isBlind: blind !== null,
    changes: before === null ? null : diffCodebook(contentOf(before, event.targets), content, sameMeaningIn(version)),
  });
}
