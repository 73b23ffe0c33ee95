import { type ChartTheme, measuredAs } from '#lib/core/charts/chart-theme';
import { SMALL_SIZE } from '#lib/core/charts/draw-options';
import { moved, type SvgNode } from '#lib/core/charts/svg-node';
import { textNode } from '#lib/core/charts/text-node';
import { cutToWidth, textWidth } from '#lib/core/charts/text-width';

/** One entry of a key. The sign is drawn in a box of `signWidth` x 14 px whose middle left is the origin. */
export interface KeyItem {
  readonly sign: SvgNode;
  readonly signWidth: number;
  readonly label: string;
}

const ITEM_GAP = 18;
const SIGN_GAP = 6;
const LINE = 22;

/**
 * Sets the entries of a key in lines, from the side at which the language begins to read.
 * @returns nodes and the height they take, 0 for no entries.
 */
export function drawKey(
  items: readonly KeyItem[],
  options: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly direction: 'ltr' | 'rtl';
    readonly theme: ChartTheme;
  },
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const { direction, theme, width } = options;
  const nodes: SvgNode[] = [];
  let along = 0;
  let line = 0;
  for (const { sign, signWidth, label } of items) {
    const room = width - signWidth - SIGN_GAP;
    const fitted = cutToWidth(label, room, measuredAs(theme, SMALL_SIZE));
    const itemWidth = signWidth + SIGN_GAP + textWidth(fitted, measuredAs(theme, SMALL_SIZE));
    if (along > 0 && along + itemWidth > width) {
      along = 0;
      line += 1;
    }
    const middle = options.y + line * LINE + LINE / 2;
    const signX = direction === 'ltr' ? options.x + along : options.x + width - along - signWidth;
    nodes.push(
      moved(signX, middle, [sign]),
      textNode({
        x: direction === 'ltr' ? signX + signWidth + SIGN_GAP : signX - SIGN_GAP,
        y: middle + 4.5,
        text: fitted,
        full: label,
        size: SMALL_SIZE,
        fill: theme.ink2,
        align: direction === 'ltr' ? 'left' : 'right',
        direction,
      }),
    );
    along += itemWidth + ITEM_GAP;
  }
  return { nodes, height: items.length === 0 ? 0 : (line + 1) * LINE };
}
