import { setTimeout } from 'node:timers/promises';
import { SIGN_EVERY_MS } from '#lib/core/import/sign-of-life';
import { isAbandoned, removeStaged, touchStaged, writeStagedMeta } from '#lib/files/staged-file';
import { getImport } from '#lib/usecases/get-import';
import { importStatements } from '#lib/usecases/import-statements';
import { workspace } from '../../../db';
import { readForm, refuseCrossSite } from '../../../request-body';
import { seeOther } from '../../../see-other';
import { stagedRequest } from '../staged-request';

/** A short import is over before the answer; a long one goes on behind it. */
const PATIENCE_MS = 2500;

/** Starts the import and leads to the page that tells how far it is. The file stays only while it has rows to mend. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const foreign = refuseCrossSite(request);
  if (foreign !== null) return foreign;
  const { id } = await params;
  const form = await readForm(request);
  if (!form.ok) return form.problem;
  const values = form.value;
  const found = await stagedRequest(id);
  const address = `/import/${id}`;
  // Pressed twice: the first press is the import.
  if (found === null || getImport(workspace(), id).ok) return seeOther(address);
  if (found.staged.meta.state === 'started' && !isAbandoned(found.staged, new Date())) return seeOther(address);
  const { meta } = found.staged;
  await writeStagedMeta(id, { ...meta, state: 'started' });
  const work = async () => {
    // Before its first rows are stored no batch tells that the file is in work.
    const sign = setInterval(() => {
      touchStaged(id, new Date()).catch(() => undefined);
    }, SIGN_EVERY_MS);
    try {
      const imported = await importStatements(workspace(), {
        ...found.request,
        batchId: id,
        fileName: meta.fileName,
        fileHash: meta.sha256,
        by: meta.by,
        isAllOrNothing: values['all_or_nothing'] === 'yes',
        isLinkingReposts: values['reposts'] === 'yes',
      });
      if (!imported.ok) await writeStagedMeta(id, { ...meta, state: 'failed' });
      else if (imported.value.status === 'nothing_new' || imported.value.status === 'refused') {
        await writeStagedMeta(id, { ...meta, state: imported.value.status });
      } else if (imported.value.status === 'finished' && imported.value.report.outcomes.rejected === 0) await removeStaged(id);
    } catch (error) {
      await writeStagedMeta(id, { ...meta, state: 'failed' });
      // Nobody waits for the answer any more: the fault is told to the log, without any text of the file.
      console.error(`The import ${id} failed:`, error instanceof Error ? error.name : 'unknown');
    } finally {
      clearInterval(sign);
    }
  };
  await Promise.race([work(), setTimeout(PATIENCE_MS)]);
  return seeOther(address);
}
