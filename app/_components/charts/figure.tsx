import type { ReactNode } from 'react';
import { type ChartModel, drawChart, notesOfChart, tableOfChart, titleSubject } from '#lib/core/charts/chart';
import type { ChartLinks } from '#lib/core/charts/chart-target';
import type { ChartText } from '#lib/core/charts/chart-text';
import { PAGE_THEME } from '#lib/core/charts/chart-theme';
import { PAGE_WIDTHS } from '#lib/core/charts/draw-options';
import { IsolatedText } from '../isolated-text';
import { ChartBox } from './chart-box';
import { ChartTableView } from './chart-table-view';
import { toPageDrawings } from './page-drawing';
import { StaticChart } from './static-chart';
import { TableDetails } from './table-details';

interface FigureProps {
  /** Unique on the page; the address of the figure. */
  readonly id: string;
  readonly model: ChartModel;
  readonly text: ChartText;
  readonly links: ChartLinks;
  /** What is filtered, in words; null for all. */
  readonly filter: string | null;
  /** A line under the finding: who scored, what was left out. */
  readonly note?: ReactNode;
  readonly toolbar?: ReactNode;
  /** `details`: opens on demand; `open`: always there, for print and for pages without scripts. */
  readonly table?: 'details' | 'open' | 'none';
  /** Without Recharts and tips: for print and embedding. */
  readonly isStatic?: boolean;
  readonly headingLevel?: 2 | 3 | 4;
  /** What a reader can do where there is nothing to draw. */
  readonly emptyHint?: ReactNode;
  /** False where the page says the finding already. */
  readonly isFindingShown?: boolean;
}

/** A chart with all that must stand beside it: title with n, finding, filter, chart, what its interval means, table. */
export function Figure(props: FigureProps) {
  const { id, model, text, links, filter, note, toolbar, table = 'details', isStatic = false, headingLevel = 3 } = props;
  const { isFindingShown = true, emptyHint } = props;
  const Heading = `h${headingLevel}` as const;
  const title = text.title(titleSubject(model));
  const finding = text.finding(model.finding);
  const notes = notesOfChart(model, text).map((each) => (
    <p key={each} className="figure-note">
      {each}
    </p>
  ));
  if (model.empty !== null) {
    // Nothing is drawn, so there is nothing to take along: the reason alone, and what can be done about it.
    return (
      <section className="figure" id={id} aria-labelledby={`${id}-title`}>
        <Heading id={`${id}-title`} className="figure-title">
          {title} <span className="figure-n">({text.n(model.n)})</span>
        </Heading>
        <p className="figure-empty">{text.empty(model.empty)}</p>
        {filter === null ? null : <p className="figure-filter">{text.figure.filter(filter)}</p>}
        {notes}
        {emptyHint === undefined ? null : <p className="figure-note">{emptyHint}</p>}
      </section>
    );
  }
  const draw = (width: number, size: string) =>
    drawChart(model, { text, links, theme: PAGE_THEME, width, idPrefix: `${id}-${size}` });
  const narrow = draw(PAGE_WIDTHS.narrow, 'narrow');
  const wide = draw(PAGE_WIDTHS.wide, 'wide');
  const name = `${title}. ${finding}`;
  const tableView = <ChartTableView table={tableOfChart(model, text, links)} caption={`${title} (${text.n(model.n)})`} />;
  return (
    <figure className="figure" id={id} aria-labelledby={`${id}-title`}>
      <figcaption className="figure-caption">
        <Heading id={`${id}-title`} className="figure-title">
          {title} <span className="figure-n">({text.n(model.n)})</span>
        </Heading>
        {isFindingShown ? (
          <p className="figure-finding">
            <IsolatedText text={finding} />
          </p>
        ) : null}
        {filter === null ? null : <p className="figure-filter">{text.figure.filter(filter)}</p>}
      </figcaption>
      {isStatic ? (
        <div className="chart-box" dir="ltr">
          <div className="chart-narrow">
            <StaticChart drawing={narrow} name={name} />
          </div>
          <div className="chart-wide">
            <StaticChart drawing={wide} name={name} />
          </div>
        </div>
      ) : (
        <ChartBox
          drawings={toPageDrawings(narrow, wide)}
          name={name}
          openText={text.figure.open}
          closeText={text.figure.closeTip}
        />
      )}
      {notes}
      {note === undefined ? null : <p className="figure-note">{note}</p>}
      {toolbar}
      {table === 'open' ? tableView : null}
      {table === 'details' ? <TableDetails summary={text.figure.table}>{tableView}</TableDetails> : null}
    </figure>
  );
}
