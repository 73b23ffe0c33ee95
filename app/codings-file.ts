import 'server-only';

import { CSV_FLAVOURS, type CsvFlavourName } from '#lib/core/csv/csv-line';
import { exportCodings, exportDiagnosis } from '#lib/usecases/export-codings';
import { readCodingSession } from './coding-session';
import { workspace } from './db';
import { fileResponse } from './file-response';
import { getLocale } from './locale';
import { answering, problemResponse, refusal } from './problem-response';

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

function flavourOf(query: URLSearchParams): CsvFlavourName | Response {
  const flavour = query.get('flavour') ?? 'data';
  return isFlavour(flavour)
    ? flavour
    : refusal(422, 'invalid', 'Not valid', `There is no flavour "${flavour.slice(0, 80)}". Use flavour=excel or flavour=data.`);
}

/** All codings of an event; `coders=pseudonyms` leaves the names out. */
export function codingsFile(request: Request, slug: string, format: 'csv' | 'jsonl'): Promise<Response> {
  return answering(async () => {
    const query = new URL(request.url).searchParams;
    const flavour = flavourOf(query);
    if (flavour instanceof Response) return flavour;
    const file = await exportCodings(workspace(), {
      eventSlug: slug,
      format,
      flavour,
      language: await getLocale(),
      coders: query.get('coders') === 'pseudonyms' ? 'pseudonyms' : 'names',
      coding: await readCodingSession(),
    });
    return file.ok ? fileResponse(file.value.name, format, file.value.chunks) : problemResponse(file.problem);
  });
}

/** Which codings entered the coefficient of `variable`, or of all. */
export function diagnosisFile(request: Request, slug: string): Promise<Response> {
  return answering(async () => {
    const query = new URL(request.url).searchParams;
    const flavour = flavourOf(query);
    if (flavour instanceof Response) return flavour;
    const file = await exportDiagnosis(workspace(), {
      eventSlug: slug,
      flavour,
      coders: query.get('coders') === 'names' ? 'names' : 'pseudonyms',
      variable: query.get('variable'),
      coding: await readCodingSession(),
    });
    return file.ok ? fileResponse(file.value.name, 'csv', file.value.chunks) : problemResponse(file.problem);
  });
}
