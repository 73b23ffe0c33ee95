import type { ChartTable } from '#lib/core/charts/chart-table';
import type { ChartText } from '#lib/core/charts/chart-text';
import type { ChartTheme } from '#lib/core/charts/chart-theme';
import type { FigureFacts } from '#lib/core/charts/draw-figure';
import { SWITCH_WIDTH } from '#lib/core/charts/draw-options';
import { type Drawing, drawingToSvg } from '#lib/core/charts/drawing';
import { svg as element, type SvgNode } from '#lib/core/charts/svg-node';
import { svgToString } from '#lib/core/charts/svg-to-string';
import { directionOfTag } from '#lib/core/charts/text-node';

/** What a page of one figure is made of. */
export interface EmbedPageParts {
  readonly facts: FigureFacts;
  readonly table: ChartTable;
  /** The same chart for narrow and for wide frames. */
  readonly narrow: Drawing;
  readonly wide: Drawing;
  readonly text: ChartText;
  readonly theme: ChartTheme;
  /** Link to the page with the quotes. */
  readonly page: { readonly href: string; readonly label: string };
}

const CAMEL = /[A-Z0-9]+/g;

/** Colours of a theme by name; hues are literal, so that a frame needs no style from outside. */
function styleOf(theme: ChartTheme): string {
  const colours = { paper: theme.paper, ink: theme.ink, ink2: theme.ink2, rule: theme.rule };
  const variables = Object.entries(colours).map(
    ([name, value]) => `--${name.replace(CAMEL, (part) => `-${part.toLowerCase()}`)}:${value}`,
  );
  return [
    `:root{color-scheme:${theme.mode === 'standalone-dark' ? 'dark' : 'light'};${variables.join(';')}}`,
    'body{margin:0;padding:16px;background:var(--paper);color:var(--ink);font:16px/1.45 Inter,"IBM Plex Sans Arabic",system-ui,sans-serif}',
    ':lang(ar){font-family:"IBM Plex Sans Arabic","Noto Sans Arabic","Segoe UI",Tahoma,system-ui,sans-serif;line-height:1.7}',
    'h1{margin:0;font-size:1.25rem;line-height:1.3}',
    'h1 span{font-weight:400;color:var(--ink-2);white-space:nowrap}',
    'p{margin:4px 0 0;overflow-wrap:anywhere}',
    '.small{color:var(--ink-2);font-size:.875rem}',
    '.chart{margin-block:16px}',
    '.chart svg{display:block;inline-size:100%;block-size:auto;overflow:visible}',
    '.narrow{max-inline-size:440px}',
    '.wide{display:none;max-inline-size:780px}',
    // The chart itself is laid out from left to right; the box around it stands where the page begins.
    '[dir=rtl] .chart>*{margin-left:auto}',
    `@media (min-width:${SWITCH_WIDTH + 32}px){.narrow{display:none}.wide{display:block}}`,
    'a{color:inherit}',
    'p a{display:inline-block;padding-block:4px}',
    'a.chart-mark{cursor:pointer;text-decoration:none}',
    ':focus-visible{outline:3px solid currentColor;outline-offset:2px}',
    'summary{padding-block:8px;font-size:.875rem;cursor:pointer;inline-size:fit-content}',
    '.scroll{overflow-x:auto}',
    'table{border-collapse:collapse;font-size:.875rem}',
    'caption{text-align:start;color:var(--ink-2)}',
    'th,td{padding:4px 12px 4px 0;text-align:start;border-block-end:1px solid var(--rule);font-variant-numeric:tabular-nums}',
  ].join('\n');
}

function paragraph(words: string | null, className?: string): readonly SvgNode[] {
  return words === null || words === '' ? [] : [element('p', { class: className, dir: 'auto' }, [words])];
}

function tableNode(table: ChartTable, caption: string): SvgNode {
  const [corner = '', ...columns] = table.columns;
  const head = [corner, ...columns].map((column) => element('th', { scope: 'col' }, [column]));
  const rows = table.rows.map((row) =>
    element('tr', {}, [
      element('th', { scope: 'row', lang: row.headerLanguage, dir: directionOfTag(row.headerLanguage) }, [row.header]),
      ...row.cells.map(({ text, href, language }) =>
        element('td', language === null ? {} : { lang: language, dir: directionOfTag(language) }, [
          href === null ? text : element('a', { href }, [text]),
        ]),
      ),
    ]),
  );
  return element('table', {}, [
    element('caption', {}, [caption]),
    element('thead', {}, [element('tr', {}, head)]),
    element('tbody', {}, rows),
  ]);
}

/**
 * One figure as a whole HTML page for a frame in somebody else's article: no script, no file from outside, and every mark opens its
 * statements in a page of their own.
 */
export function embedPage({ facts, table, narrow, wide, text, theme, page }: EmbedPageParts): string {
  const name = `${facts.title}. ${facts.finding}`;
  const n = text.n(facts.n);
  const sources = [
    facts.filter === null ? null : text.figure.filter(facts.filter),
    facts.source === null ? null : text.figure.source(facts.source),
    text.figure.dataOf(facts.dataOf),
    facts.scorer === null ? null : text.figure.scorer(facts.scorer),
  ].filter((part) => part !== null);
  const main = element('main', {}, [
    element('h1', {}, [facts.title, ' ', element('span', {}, [`(${n})`])]),
    ...paragraph(facts.about ?? null, 'small'),
    ...paragraph(facts.finding),
    element('div', { class: 'chart', dir: 'ltr' }, [
      element('div', { class: 'narrow' }, [drawingToSvg(narrow, name)]),
      element('div', { class: 'wide' }, [drawingToSvg(wide, name)]),
    ]),
    ...paragraph(facts.caveat, 'small'),
    ...paragraph(sources.join(' · '), 'small'),
    ...paragraph(text.notAPoll, 'small'),
    element('p', { class: 'small' }, [element('a', { href: page.href }, [page.label])]),
    element('details', {}, [
      element('summary', {}, [text.figure.table]),
      element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': facts.title }, [
        tableNode(table, `${facts.title} (${n})`),
      ]),
    ]),
  ]);
  return htmlPage({ text, title: facts.title, style: styleOf(theme), body: main });
}

/** A page for a frame whose chart cannot be shown: it says why. */
export function embedProblemPage(text: ChartText, theme: ChartTheme, sentences: readonly string[]): string {
  const [title = ''] = sentences;
  const body = element('main', {}, [element('h1', {}, [title]), ...sentences.slice(1).flatMap((each) => paragraph(each))]);
  return htmlPage({ text, title, style: styleOf(theme), body });
}

/** Every link of a node opens beside the article, not in its frame. A `<base>` would not reach the links of a drawing. */
function openingBeside(node: SvgNode): SvgNode {
  return {
    ...node,
    attrs: node.tag === 'a' ? { ...node.attrs, target: '_blank', rel: 'noopener' } : node.attrs,
    children: node.children.map((child) => (typeof child === 'string' ? child : openingBeside(child))),
  };
}

function htmlPage(parts: {
  readonly text: ChartText;
  readonly title: string;
  readonly style: string;
  readonly body: SvgNode;
}): string {
  const { text, title, style, body } = parts;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    svgToString(element('title', {}, [title])),
    `<style>${style}</style>`,
  ].join('\n');
  return `<!doctype html>\n<html lang="${text.language}" dir="${text.direction}">\n<head>\n${head}\n</head>\n<body>\n${svgToString(openingBeside(body))}\n</body>\n</html>\n`;
}
