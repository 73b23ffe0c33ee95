import { createElement, type ReactNode } from 'react';
import type { SvgNode } from '#lib/core/charts/svg-node';

/** React writes `strokeWidth` and `className` where SVG writes `stroke-width` and `class`. */
function reactName(name: string): string {
  if (name === 'class') return 'className';
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Renders a node of a drawing and all that is in it. */
export function SvgNodeView({ node }: { readonly node: SvgNode }): ReactNode {
  const props = Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [reactName(name), value]));
  return createElement(
    node.tag,
    props,
    ...node.children.map((child) => (typeof child === 'string' ? child : createElement(SvgNodeView, { node: child }))),
  );
}
