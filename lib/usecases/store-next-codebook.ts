import { type CodebookContent, parseCodebook } from '#lib/core/codebook/codebook';
import { diffCodebook, nextVersion } from '#lib/core/codebook/diff-codebook';
import type { Problem } from '#lib/core/problem';
import { failed, ok, type Result } from '#lib/core/result';
import { contentOf, datedVersionOf, storeCodebookVersion } from '#lib/db/codebooks';
import { newestVersionNumber } from '#lib/db/codings';
import type { EventRecord } from '#lib/db/events';
import type { Transaction } from '#lib/db/open-database';

/**
 * Publishes the next version of an event's codebook inside a transaction that changes the event too, so that neither is there without
 * the other.
 *
 * @param change makes the new content of the old.
 * @param sameMeaning codes of which only the wording changes: their codings stay as they are.
 * @returns the number of the version that is the newest now; `changed_meanwhile` when somebody published since the event was read.
 */
export async function storeNextCodebook(
  tx: Transaction,
  event: EventRecord,
  change: (content: CodebookContent) => CodebookContent,
  writing: {
    readonly actor: string;
    readonly at: string;
    readonly newId: () => string;
    readonly sameMeaning?: readonly { readonly variable: string; readonly code: string | null }[];
  },
): Promise<Result<number, Problem>> {
  if ((await newestVersionNumber(tx, event.codebook.codebookId)) !== event.codebook.number) {
    return failed({ kind: 'conflict', code: 'changed_meanwhile' });
  }
  const before = contentOf(event.codebook, event.targets);
  const parsed = parseCodebook(change(before));
  if (!parsed.ok) return failed({ kind: 'invalid', fields: parsed.problem });
  const changes = diffCodebook(before, parsed.value, writing.sameMeaning);
  if (!changes.changed) return ok(event.codebook.number);
  const version = nextVersion(datedVersionOf(event.codebook, event.targets), parsed.value, changes);
  await storeCodebookVersion(tx, event, version, {
    actor: writing.actor,
    at: writing.at,
    newId: writing.newId,
    stale: changes.stale,
  });
  return ok(version.number);
}
