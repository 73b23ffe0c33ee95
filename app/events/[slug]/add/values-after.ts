import 'server-only';

import type { StatementField } from '#lib/core/statement/statement-input';
import { getStatement } from '#lib/usecases/get-statement';
import type { Workspace } from '#lib/usecases/workspace';
import { readCodingSession } from '../../../coding-session';

/** Values of a form, by the flat names of its fields. */
export type FormValues = Readonly<Partial<Record<StatementField, string>>>;

/** What the next statement of the same source has in common with the last one: the source, its date, and who codes. */
export async function valuesAfter(workspace: Workspace, id: string): Promise<FormValues> {
  const found = await getStatement(workspace, id, await readCodingSession());
  if (!found.ok || !found.value.shown) return {};
  const { source, saidOn, attribution, language, codings } = found.value.statement;
  const known: Readonly<Partial<Record<StatementField, string | null | undefined>>> = {
    source_outlet: source?.outlet,
    source_title: source?.title,
    source_url: source?.url,
    source_published: source?.publishedOn,
    source_archive_url: source?.archiveUrl,
    said_on: saidOn,
    attribution,
    language,
    coder: codings[0]?.coder.name,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => typeof value === 'string'));
}
