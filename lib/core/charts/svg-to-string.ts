import type { SvgNode } from '#lib/core/charts/svg-node';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

// XML 1.0 has no way to write these; a quote that carries one must not make the whole picture unreadable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is taken out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"]/gu, (char) => ESCAPES.get(char) ?? char);
}

/**
 * Writes a node tree as XML.
 * @param node any tree; text and attribute values are escaped, characters that XML cannot hold are dropped.
 * @returns the markup without an XML declaration.
 */
export function svgToString(node: SvgNode): string {
  const attrs = Object.entries(node.attrs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attrs}/>`;
  const children = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : svgToString(child))).join('');
  return `<${node.tag}${attrs}>${children}</${node.tag}>`;
}
