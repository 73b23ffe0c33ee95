import { type ChartModel, titleSubject } from '#lib/core/charts/chart';
import type { EmptyReason } from '#lib/core/charts/chart-model';
import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { ChartView } from '#lib/core/charts/chart-view';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import type { FoundComparison } from '#lib/usecases/get-comparison';
import { Figure } from '../../_components/charts/figure';
import { FigureToolbar } from '../../_components/charts/figure-toolbar';
import { agreementNote, chartAddresses, chartText, EMBED_HEIGHT } from '../../chart-picture';

interface EventFigureProps {
  readonly found: FoundComparison;
  readonly model: ChartModel;
  readonly view: ChartView;
  readonly links: ChartLinks;
  /** What is filtered, in words; null for all. */
  readonly filter: string | null;
  /** Scheme and host of this site. */
  readonly site: string;
  readonly headingLevel?: 2 | 3 | 4;
  /** False where the page says the finding already. */
  readonly isFindingShown?: boolean;
}

/** A chart of an event on a page, with the ways to take it along. */
export function EventFigure({
  found,
  model,
  view,
  links,
  filter,
  site,
  headingLevel = 3,
  isFindingShown = true,
}: EventFigureProps) {
  const text = chartText(found.language);
  const { report, compare } = dictionaryOf(found.language);
  const { toolbar, embed } = report;
  const hints: Partial<Record<EmptyReason, string>> = compare.emptyHints;
  const note = agreementNote(found, model);
  // Where nobody has coded a second time, the next step is to do so.
  const isCodedOnce = Object.values(found.marks).every(({ units }) => units === 0);
  const codeHref = `/events/${encodeURIComponent(found.scope.event.slug)}/code`;
  const title = text.title(titleSubject(model));
  return (
    <Figure
      id={model.name}
      model={model}
      text={text}
      links={links}
      filter={filter}
      note={
        note === null || !isCodedOnce ? (
          (note ?? undefined)
        ) : (
          <>
            {note} <a href={codeHref}>{dictionaryOf(found.language).reliability.codeToo}</a>
          </>
        )
      }
      emptyHint={model.empty === null ? undefined : hints[model.empty]}
      headingLevel={headingLevel}
      isFindingShown={isFindingShown}
      toolbar={
        <FigureToolbar
          title={title}
          finding={text.finding(model.finding)}
          addresses={chartAddresses({ found, view, name: model.name }, site)}
          frameTitle={embed.frameTitle(title, found.scope.event.title[found.language])}
          frameHeight={EMBED_HEIGHT}
          words={toolbar}
        />
      }
    />
  );
}
