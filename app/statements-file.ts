import 'server-only';

import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { columnLabels } from '#lib/i18n/column-labels';
import { exportStatements } from '#lib/usecases/export-statements';
import { readCodingSession } from './coding-session';
import { workspace } from './db';
import { fileResponse } from './file-response';
import { getLocale } from './locale';
import { answering, problemResponse, refusal } from './problem-response';

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

/** The statements of an event under the filter in the address, as a file to download. */
export async function statementsFile(request: Request, slug: string, format: 'csv' | 'jsonl'): Promise<Response> {
  return answering(async () => {
    const query = new URL(request.url).searchParams;
    const flavour = query.get('flavour') ?? 'excel';
    query.delete('flavour');
    if (!isFlavour(flavour)) {
      return refusal(
        422,
        'invalid',
        'Not valid',
        `There is no flavour "${flavour.slice(0, 80)}". Use flavour=excel or flavour=data.`,
      );
    }
    const language = await getLocale();
    const file = await exportStatements(workspace(), {
      eventSlug: slug,
      query,
      format,
      flavour,
      language,
      coding: await readCodingSession(),
      labels: columnLabels(language),
    });
    return file.ok ? fileResponse(file.value.name, format, file.value.chunks) : problemResponse(file.problem);
  });
}
