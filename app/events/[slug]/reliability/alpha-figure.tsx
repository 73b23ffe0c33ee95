import { GOOD_FROM, TENTATIVE_FROM } from '#lib/core/reliability/agreement-band';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import { formatCoefficient } from '#lib/i18n/format-coefficient';
import type { Locale } from '#lib/i18n/locale';

interface AlphaFigureProps {
  readonly alpha: number;
  readonly ci: readonly [number, number] | null;
  readonly words: Dictionary['reliability']['detail'];
  readonly label: string;
  readonly locale: Locale;
}

const WIDTH = 400;
const AXIS = 34;

/** Alpha and its interval on a scale from chance to full agreement; what lies below chance is drawn at its edge. */
export function AlphaFigure({ alpha, ci, words, label, locale }: AlphaFigureProps) {
  const x = (value: number): number => 8 + Math.max(0, Math.min(1, value)) * (WIDTH - 16);
  const bands = [
    { from: 0, to: TENTATIVE_FROM, name: words.scaleLow },
    { from: TENTATIVE_FROM, to: GOOD_FROM, name: words.scaleTentative },
    { from: GOOD_FROM, to: 1, name: words.scaleGood },
  ];
  return (
    <div className="alpha-figure">
      <svg viewBox={`0 0 ${WIDTH} 64`} role="img" aria-label={words.figureLabel(label)}>
        {bands.map((band, place) => (
          <g key={band.name}>
            <rect
              x={x(band.from)}
              y={AXIS - 10}
              width={x(band.to) - x(band.from)}
              height={20}
              fill={`var(--paper-${place === 2 ? 2 : 3})`}
              opacity={place === 1 ? 0.6 : 1}
            />
            <text x={(x(band.from) + x(band.to)) / 2} y={AXIS - 18} textAnchor="middle" fontSize="13" fill="var(--ink-2)">
              {band.name}
            </text>
          </g>
        ))}
        {[0, TENTATIVE_FROM, GOOD_FROM, 1].map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={AXIS - 10} y2={AXIS + 14} stroke="var(--rule-strong)" />
            <text x={x(tick)} y={AXIS + 27} textAnchor="middle" fontSize="13" fill="var(--ink-2)">
              {Number.isInteger(tick)
                ? formatNumber(locale, tick)
                : formatCoefficient(locale, tick, tick === TENTATIVE_FROM ? 3 : 1)}
            </text>
          </g>
        ))}
        {ci === null ? null : (
          <line x1={x(ci[0])} x2={x(ci[1])} y1={AXIS} y2={AXIS} stroke="var(--ink)" strokeWidth="4" strokeLinecap="round" />
        )}
        <circle cx={x(alpha)} cy={AXIS} r="7" fill="var(--ink)" stroke="var(--paper)" strokeWidth="2" />
      </svg>
    </div>
  );
}
