import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { type DrawOptions, isNarrow, LABEL_SIZE, SMALL_SIZE } from '#lib/core/charts/draw-options';
import type { SvgNode } from '#lib/core/charts/svg-node';
import { directionOfTag, textNode } from '#lib/core/charts/text-node';
import { textWidth, wrapText } from '#lib/core/charts/text-width';

/** A name of a row; a row that sets two camps against each other has two. */
interface RowName {
  readonly text: string;
  /** BCP 47 tag of `text`. */
  readonly language: string;
}

/** Names of a row and the line under them (its n). */
export interface RowLabel {
  readonly names: readonly RowName[];
  readonly note: string;
}

/**
 * Where labels and plot of a chart with rows lie. On a narrow drawing labels stand above their rows; on a wide
 * one beside them, on the side at which the language begins to read.
 */
export interface RowPlan {
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
  readonly narrow: boolean;
  readonly plotX: number;
  readonly plotWidth: number;
  readonly labelX: number;
  readonly labelWidth: number;
}

const LABEL_MIN = 96;
const LABEL_MAX = 200;
const LABEL_GAP = 16;
const LINE = 18;
/** Lines that a name may take: one of 60 characters is never cut. */
const LABEL_LINES = 6;
const LABEL_LINES_OF_TWO = 5;
const NOTE_LINES = 2;

/** @param inset room that marks at the ends of the axis need on either side, in px. */
export function planRows(
  labels: readonly RowLabel[],
  { width, theme, text: { direction } }: Pick<DrawOptions, 'width' | 'theme' | 'text'>,
  inset: number,
): RowPlan {
  const narrow = isNarrow(width);
  if (narrow) {
    return { width, direction, narrow, plotX: inset, plotWidth: width - 2 * inset, labelX: 0, labelWidth: width };
  }
  const wanted = Math.max(
    LABEL_MIN,
    ...labels.flatMap(({ names, note }) => [
      ...names.map((name) => textWidth(name.text, measuredAs(theme, LABEL_SIZE, true))),
      textWidth(note, measuredAs(theme, SMALL_SIZE)),
    ]),
  );
  const labelWidth = Math.min(LABEL_MAX, Math.ceil(wanted));
  const plotWidth = width - labelWidth - LABEL_GAP - 2 * inset;
  return direction === 'ltr'
    ? { width, direction, narrow, labelX: 0, labelWidth, plotX: labelWidth + LABEL_GAP + inset, plotWidth }
    : { width, direction, narrow, labelX: width - labelWidth, labelWidth, plotX: inset, plotWidth };
}

/** A row in its place. */
export interface PlacedRow {
  /** Top of the room for marks. */
  readonly bodyTop: number;
  /** Where the next row may begin. */
  readonly bottom: number;
  readonly nodes: readonly SvgNode[];
}

/**
 * Sets the label of a row and makes room for its marks.
 * @param y top of the row; @param bodyHeight height of its marks.
 */
export function placeRow(plan: RowPlan, theme: ChartTheme, label: RowLabel, y: number, bodyHeight: number): PlacedRow {
  const align = plan.direction === 'ltr' ? 'left' : 'right';
  const x = align === 'left' ? plan.labelX : plan.labelX + plan.labelWidth;
  const halo = plan.narrow ? theme.paper : undefined;
  const face = measuredAs(theme, LABEL_SIZE, true);
  const noteFace = measuredAs(theme, SMALL_SIZE);
  const [only, another] = label.names;
  // Above its row a short name shares its line with the n.
  const noteBeside =
    plan.narrow &&
    only !== undefined &&
    another === undefined &&
    textWidth(only.text, face) + LABEL_GAP + textWidth(label.note, noteFace) <= plan.labelWidth;
  const maxLines = another === undefined ? LABEL_LINES : LABEL_LINES_OF_TWO;
  const lines = label.names.flatMap(({ text, language }) => {
    const wrapped = wrapText(text, plan.labelWidth, face, maxLines);
    return wrapped.lines.map((line, index) => ({
      line,
      language,
      full: wrapped.cut && index === wrapped.lines.length - 1 ? text : undefined,
    }));
  });
  const notes = noteBeside ? [label.note] : wrapText(label.note, plan.labelWidth, noteFace, NOTE_LINES).lines;

  const textHeight = (lines.length + (noteBeside ? 0 : notes.length)) * LINE;
  // Beside its row a label is centred on the marks; above them it simply comes first.
  const top = plan.narrow ? y : y + Math.max(0, (bodyHeight - textHeight) / 2);
  const nameNodes = lines.map(({ line, language, full }, index) =>
    textNode({
      x,
      y: top + LINE * index + 13,
      text: line,
      size: LABEL_SIZE,
      fill: theme.ink,
      align,
      direction: directionOfTag(language),
      semibold: true,
      halo,
      language,
      full,
    }),
  );
  const noteNodes = notes.map((line, index) =>
    textNode({
      x: noteBeside ? (align === 'left' ? plan.width : 0) : x,
      y: top + (noteBeside ? 13 : LINE * (lines.length + index) + 13),
      text: line,
      size: SMALL_SIZE,
      fill: theme.ink2,
      align: noteBeside ? (align === 'left' ? 'right' : 'left') : align,
      halo,
      direction: plan.direction,
    }),
  );
  const bodyTop = plan.narrow ? y + textHeight + 6 : y + Math.max(0, (textHeight - bodyHeight) / 2);
  return {
    bodyTop,
    bottom: plan.narrow ? bodyTop + bodyHeight : y + Math.max(bodyHeight, textHeight),
    nodes: [...nameNodes, ...noteNodes],
  };
}
