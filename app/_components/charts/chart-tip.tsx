import type { TipPlace } from '#lib/core/charts/place-tip';
import type { MarkLabel } from './page-drawing';

/** Width in px of a tip, as charts.css sets it, and the most that it grows to. */
export const TIP_WIDTH = 288;
export const TIP_HEIGHT = 220;

interface ChartTipProps {
  readonly place: TipPlace;
  readonly label: MarkLabel;
  readonly openText: string;
  readonly closeText: string;
  readonly pinned: boolean;
}

/**
 * The quote at a mark. Hidden from screen readers, to which the mark's own name says the same; its link is for
 * the pointer, the keyboard has the mark itself.
 */
export function ChartTip({ place, label, openText, closeText, pinned }: ChartTipProps) {
  return (
    <div className={`chart-tip chart-tip-${place.side}`} style={{ left: place.left, top: place.top }} aria-hidden="true">
      <p className="chart-tip-facts" dir="auto">
        {label.facts}
      </p>
      {label.quote === null ? null : (
        <blockquote className="chart-tip-quote" lang={label.quote.language} dir="auto">
          {label.quote.text}
        </blockquote>
      )}
      <p className="chart-tip-actions" dir="auto">
        {label.href === null ? null : (
          <a href={label.href} tabIndex={-1}>
            {openText}
          </a>
        )}
        {pinned ? <span>{closeText}</span> : null}
      </p>
    </div>
  );
}
