import type { ChartTheme } from '#lib/core/charts/chart-theme';
import { type SvgNode, svg } from '#lib/core/charts/svg-node';
import type { ResolvedStance } from '#lib/core/stance';

/** How a stance is filled, and which ink is legible on it. */
export interface StancePaint {
  readonly fill: string;
  readonly stroke: string | undefined;
  readonly dash: string | undefined;
  readonly onFill: string;
}

function patternId(prefix: string, stance: ResolvedStance): string {
  return `${prefix}-${stance}`;
}

/**
 * Paint of a stance. The three that take part are solid (against is hatched too); those that stand apart are
 * outlines with a texture of their own, so that none of them reads as a middle.
 */
export function stancePaint(stance: ResolvedStance, theme: ChartTheme, idPrefix: string): StancePaint {
  const textured = `url(#${patternId(idPrefix, stance)})`;
  switch (stance) {
    case 'against':
      return { fill: textured, stroke: undefined, dash: undefined, onFill: theme.onAgainst };
    case 'favor':
      return { fill: theme.favor, stroke: undefined, dash: undefined, onFill: theme.onFavor };
    case 'ambivalent':
      return { fill: theme.neutral, stroke: undefined, dash: undefined, onFill: theme.onNeutral };
    case 'none':
      return { fill: theme.paper, stroke: theme.neutral, dash: undefined, onFill: theme.ink };
    case 'cannot_code':
    case 'disputed':
      return { fill: textured, stroke: theme.neutral, dash: undefined, onFill: theme.ink };
    case 'uncoded':
      return { fill: theme.paper, stroke: theme.neutral, dash: '3 3', onFill: theme.ink };
  }
}

/** Patterns that {@link stancePaint} refers to. */
export function stancePatterns(theme: ChartTheme, idPrefix: string): readonly SvgNode[] {
  const tile = (stance: ResolvedStance, size: number, transform: string | undefined, children: readonly SvgNode[]) =>
    svg(
      'pattern',
      { id: patternId(idPrefix, stance), width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: transform },
      children,
    );
  return [
    tile('against', 7, 'rotate(45)', [
      svg('rect', { width: 7, height: 7, fill: theme.against }),
      svg('rect', { width: 1.6, height: 7, fill: theme.hatch }),
    ]),
    tile('disputed', 7, 'rotate(-45)', [
      svg('rect', { width: 7, height: 7, fill: theme.paper }),
      svg('rect', { width: 1.2, height: 7, fill: theme.neutral, opacity: 0.55 }),
      svg('rect', { width: 7, height: 1.2, fill: theme.neutral, opacity: 0.55 }),
    ]),
    tile('cannot_code', 6, undefined, [
      svg('rect', { width: 6, height: 6, fill: theme.paper }),
      svg('circle', { cx: 3, cy: 3, r: 0.9, fill: theme.neutral }),
    ]),
  ];
}
