import { type SvgNode, svg } from '#lib/core/charts/svg-node';

/** A line of text in a drawing. */
export interface TextLine {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  /** Which edge of the text stands at `x`, whatever direction it is read in. */
  readonly align?: 'left' | 'middle' | 'right';
  readonly direction: 'ltr' | 'rtl';
  readonly semibold?: boolean;
  readonly language?: string | undefined;
  readonly className?: string;
  /** Colour of a rim that keeps rules from running through the letters. */
  readonly halo?: string | undefined;
  /** The whole text, where `text` had to be cut. */
  readonly full?: string | undefined;
}

const RTL_LANGUAGES = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv', 'syr', 'arc']);

/** Direction of a text by its BCP 47 tag; a script subtag wins over the language. */
export function directionOfTag(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined)
    return script === 'arab' || script === 'hebr' || script === 'syrc' || script === 'thaa' ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(language) ? 'rtl' : 'ltr';
}

/** SVG knows only start and end, and those swap with the direction of the text. */
function anchorOf(align: 'left' | 'middle' | 'right', direction: 'ltr' | 'rtl'): 'start' | 'middle' | 'end' {
  if (align === 'middle') return 'middle';
  return (align === 'left') === (direction === 'ltr') ? 'start' : 'end';
}

/** Draws a line of text with its own direction. */
export function textNode(line: TextLine): SvgNode {
  const children: (SvgNode | string)[] = [line.text];
  if (line.full !== undefined && line.full !== line.text) children.unshift(svg('title', {}, [line.full]));
  return svg(
    'text',
    {
      x: line.x,
      y: line.y,
      'font-size': line.size,
      fill: line.fill,
      'text-anchor': anchorOf(line.align ?? 'left', line.direction),
      direction: line.direction,
      'font-weight': line.semibold ? 600 : undefined,
      lang: line.language,
      stroke: line.halo,
      'stroke-width': line.halo === undefined ? undefined : 5,
      'stroke-linejoin': line.halo === undefined ? undefined : 'round',
      'paint-order': line.halo === undefined ? undefined : 'stroke',
      class: line.className,
    },
    children,
  );
}
