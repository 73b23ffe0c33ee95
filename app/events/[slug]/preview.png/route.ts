import { resolve } from 'node:path';
import { drawChart } from '#lib/core/charts/chart';
import { NO_LINKS } from '#lib/core/charts/chart-target';
import { STANDALONE_LIGHT } from '#lib/core/charts/chart-theme';
import { drawPreview } from '#lib/core/charts/draw-preview';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { svgToPng } from '#lib/files/svg-to-png';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { isLocale } from '#lib/i18n/locale';
import { getChart } from '#lib/usecases/get-chart';
import { agreementNote, chartText } from '../../../chart-picture';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';
import { getLocale } from '../../../locale';
import { answering, problemResponse } from '../../../problem-response';

/** The picture by which a link to the event is shown elsewhere. It knows no filter; a coder's own browser gets it without what they have not judged. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answering(async () => {
    const { slug } = await params;
    const lang = new URL(request.url).searchParams.get('lang');
    const language = isLocale(lang) ? lang : await getLocale();
    const found = await getChart(workspace(), {
      eventSlug: slug,
      name: 'stance-bars',
      query: new URLSearchParams(),
      language,
      coding: await readCodingSession(),
    });
    if (!found.ok) return problemResponse(found.problem);
    const { model, found: comparison } = found.value;
    const text = chartText(language);
    const theme = STANDALONE_LIGHT;
    const { common } = dictionaryOf(language);
    const picture = drawPreview(
      (width) => drawChart(model, { text, theme, links: NO_LINKS, width, idPrefix: 'preview' }),
      {
        product: common.product,
        title: comparison.scope.event.title[language],
        finding: text.finding(model.finding),
        foot: [common.counts.statements(model.n), common.notAPoll, agreementNote(comparison, model)]
          .filter((part) => part !== null)
          .join(' · '),
      },
      { text, theme },
    );
    const root = resolve(/* turbopackIgnore: true */ process.cwd());
    const png = await svgToPng(svgToString(picture), { root, scale: 1 });
    return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png', 'cache-control': 'no-store' } });
  });
}
