import { resolve } from 'node:path';
import { readsScores } from '#lib/core/charts/chart';
import { CHART_NAMES } from '#lib/core/charts/chart-model';
import { rowsOfChart } from '#lib/core/charts/chart-rows';
import { CSV_FLAVOURS, type CsvFlavourName, csvLine } from '#lib/core/csv/csv-line';
import { attachment } from '#lib/core/csv/file-name';
import { formatFilter } from '#lib/core/filter/statement-filter';
import { svgToPng } from '#lib/files/svg-to-png';
import { isLocale } from '#lib/i18n/locale';
import { type FoundChart, getChart } from '#lib/usecases/get-chart';
import { today } from '#lib/usecases/workspace';
import { agreementNote, chartFileName, chartSvg, figureFacts } from '../../../../chart-picture';
import { readCodingSession } from '../../../../coding-session';
import { workspace } from '../../../../db';
import { getLocale } from '../../../../locale';
import { answering, problemResponse, refusal } from '../../../../problem-response';
import { siteAddress } from '../../../../site-address';

const FORMATS = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
type Format = keyof typeof FORMATS;

/** Pixels of a PNG for each unit of its picture: sharp on screens and in print. */
const PNG_SCALE = 2;

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

function isFlavour(name: string): name is CsvFlavourName {
  return Object.hasOwn(CSV_FLAVOURS, name);
}

/** `stance-bars.png` -> name and format. */
function parseFile(file: string): { readonly name: string; readonly format: Format } | null {
  const dot = file.lastIndexOf('.');
  const format = file.slice(dot + 1);
  return dot > 0 && isFormat(format) ? { name: file.slice(0, dot), format } : null;
}

async function bodyOf(chart: FoundChart, format: Format, flavour: CsvFlavourName): Promise<string | Uint8Array<ArrayBuffer>> {
  const site = await siteAddress();
  switch (format) {
    case 'svg':
      return `<?xml version="1.0" encoding="UTF-8"?>\n${chartSvg(chart, site, 'readers')}`;
    case 'png':
      return new Uint8Array(
        await svgToPng(chartSvg(chart, site, 'ours'), {
          root: resolve(/* turbopackIgnore: true */ process.cwd()),
          scale: PNG_SCALE,
        }),
      );
    case 'csv': {
      const numbers = rowsOfChart(chart.model);
      // A note above the header would break every program that reads the file, so it stands in each row.
      const columns = [...numbers.columns, 'agreement'];
      const note = agreementNote(chart.found, chart.model);
      const rows = numbers.rows.map((row) => [...row, note]);
      const { byteOrderMark } = CSV_FLAVOURS[flavour];
      return byteOrderMark + [columns, ...rows].map((row) => csvLine(row, CSV_FLAVOURS[flavour])).join('');
    }
    case 'json': {
      const { found, model, origins } = chart;
      const { columns, rows } = rowsOfChart(model);
      const facts = figureFacts(chart, site);
      return JSON.stringify({
        event: found.scope.event.slug,
        target: found.scope.target,
        chart: model.name,
        filter: formatFilter(found.scope.filter),
        asof: found.scope.filter.asof ?? found.counters.lastSeq,
        data_as_of: origins.dataAsOf,
        title: facts.title,
        finding: facts.finding,
        n: facts.n,
        filter_in_words: facts.filter,
        source: facts.source,
        caveat: facts.caveat,
        scorers: readsScores(model) ? origins.scorers : [],
        address: facts.address,
        rows: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
      });
    }
  }
}

/**
 * A chart as a picture (`.svg`, `.png` at twice its size) or as its numbers (`.csv`, `.json`), under the filter of its page. `theme`,
 * `width` and `lang` set the picture; `bars`, `measure`, `about` and `pair` choose what is shown; `flavour` is the CSV's.
 */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string; file: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug, file } = await params;
    const parsed = parseFile(file);
    if (parsed === null || !CHART_NAMES.some((name) => name === parsed.name)) {
      return refusal(
        404,
        'not_found',
        'Not found',
        `There is no chart file "${file.slice(0, 80)}". Charts: ${CHART_NAMES.join(', ')}. Formats: ${Object.keys(FORMATS).join(', ')}.`,
      );
    }
    const query = new URL(request.url).searchParams;
    const flavour = query.get('flavour') ?? 'excel';
    query.delete('flavour');
    if (!isFlavour(flavour)) {
      const detail = `There is no flavour "${flavour.slice(0, 80)}". Use flavour=excel or flavour=data.`;
      return refusal(422, 'invalid', 'Not valid', detail);
    }
    const lang = query.get('lang');
    if (lang !== null && !isLocale(lang)) {
      return refusal(422, 'invalid', 'Not valid', `There is no language "${lang.slice(0, 80)}". Use lang=en or lang=ar.`);
    }
    const chart = await getChart(workspace(), {
      eventSlug: slug,
      name: parsed.name,
      query,
      language: lang ?? (await getLocale()),
      coding: await readCodingSession(),
    });
    if (!chart.ok) return problemResponse(chart.problem);
    const name = chartFileName(chart.value, parsed.format, today(workspace()));
    // Pictures open in place, so that an article can show them; a link with `download` still saves them under this name.
    const disposition = parsed.format === 'csv' ? attachment(name) : attachment(name).replace(/^attachment/, 'inline');
    return new Response(await bodyOf(chart.value, parsed.format, flavour), {
      headers: { 'content-type': FORMATS[parsed.format], 'content-disposition': disposition, 'cache-control': 'no-store' },
    });
  });
}
