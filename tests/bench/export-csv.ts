import { columnLabels } from '#lib/i18n/column-labels';
import { exportStatements } from '#lib/usecases/export-statements';
import type { Workspace } from '#lib/usecases/workspace';

/** Writes every statement of the first event as CSV for programs, to nowhere; returns its length in UTF-16 units. */
export async function exportOnce(workspace: Workspace): Promise<number> {
  const file = await exportStatements(workspace, {
    eventSlug: 'damascus-moscow-2025',
    query: 'duplicates=in',
    format: 'csv',
    flavour: 'data',
    language: 'en',
    labels: columnLabels('en'),
  });
  if (!file.ok) throw new Error(file.problem.kind);
  let units = 0;
  for await (const chunk of file.value.chunks) units += chunk.length;
  return units;
}
