/** What a picture is made of before anybody renders it: an SVG element as plain data. */
export interface SvgNode {
  readonly tag: string;
  /** Attribute names as SVG writes them (`stroke-width`, `class`); an undefined value is left out. */
  readonly attrs: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (SvgNode | string)[];
}

/**
 * Makes a node.
 * @param tag SVG element name.
 * @param attrs attributes; numbers are rounded to a hundredth of a pixel so that two servers draw the same bytes.
 */
export function svg(tag: string, attrs: SvgNode['attrs'] = {}, children: SvgNode['children'] = []): SvgNode {
  const rounded: Record<string, string | number | undefined> = {};
  for (const [key, value] of Object.entries(attrs)) {
    if (value !== undefined) rounded[key] = typeof value === 'number' ? roundPixel(value) : value;
  }
  return { tag, attrs: rounded, children };
}

/** Rounds to a hundredth of a pixel; −0 becomes 0. */
export function roundPixel(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** Moves nodes by a distance in pixels. */
export function moved(x: number, y: number, children: readonly SvgNode[]): SvgNode {
  return svg('g', { transform: `translate(${roundPixel(x)},${roundPixel(y)})` }, children);
}

/** All text in a node, in document order, for tests and for names. */
export function textOf(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** All nodes that fulfil a condition, in document order. */
export function findNodes(nodes: readonly SvgNode[], matches: (node: SvgNode) => boolean): readonly SvgNode[] {
  const found: SvgNode[] = [];
  for (const node of nodes) {
    if (matches(node)) found.push(node);
    found.push(
      ...findNodes(
        node.children.filter((child) => typeof child !== 'string'),
        matches,
      ),
    );
  }
  return found;
}
