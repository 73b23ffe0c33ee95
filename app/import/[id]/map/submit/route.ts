import { ENCODINGS } from '#lib/core/import/detect-encoding';
import { DELIMITERS } from '#lib/core/import/sniff-dialect';
import { writeStagedMeta } from '#lib/files/staged-file';
import { inspectImport } from '#lib/usecases/plan-import';
import { workspace } from '../../../../db';
import { readForm, refuseCrossSite } from '../../../../request-body';
import { seeOther } from '../../../../see-other';
import { mappingFromForm } from '../../mapping-form';
import { stagedRequest } from '../../staged-request';

/** A sheet may have hundreds of columns. */
const FORM_LIMIT = 4 * 1024 * 1024;

/** Keeps how the file is read and mapped: on to the check, or back to the columns when it is to be read in another way. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const foreign = refuseCrossSite(request);
  if (foreign !== null) return foreign;
  const { id } = await params;
  const form = await readForm(request, FORM_LIMIT);
  if (!form.ok) return form.problem;
  const values = form.value;
  const found = await stagedRequest(id);
  if (found === null) return seeOther('/import?gone=1');
  const { meta } = found.staged;
  if (values['do'] === 'reread') {
    const encoding = ENCODINGS.find((known) => known === values['encoding']) ?? null;
    const delimiter = DELIMITERS.find((known) => known === values['delimiter']) ?? null;
    await writeStagedMeta(id, { ...meta, encoding, delimiter, mapping: null });
    return seeOther(`/import/${id}/map`);
  }
  const inspected = await inspectImport(workspace(), found.request);
  if (!inspected.ok) return seeOther(`/import/${id}/map`);
  await writeStagedMeta(id, { ...meta, mapping: mappingFromForm(values, inspected.value.mapping) });
  return seeOther(`/import/${id}/check`);
}
