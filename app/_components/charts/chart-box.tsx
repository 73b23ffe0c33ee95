'use client';

import {
  type ComponentType,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type PAGE_WIDTHS, SWITCH_WIDTH } from '#lib/core/charts/draw-options';
import { placeTip, type TipPlace } from '#lib/core/charts/place-tip';
import { ChartTip, TIP_HEIGHT, TIP_WIDTH } from './chart-tip';
import { type PageDrawings, withLabels } from './page-drawing';
import { type ChartViewProps, StaticChart } from './static-chart';

interface ChartBoxProps {
  readonly drawings: PageDrawings;
  readonly name: string;
  readonly openText: string;
  readonly closeText: string;
}

interface OpenTip {
  readonly id: string;
  readonly place: TipPlace;
  /** Opened by keyboard or touch: stays until it is closed or another opens. */
  readonly pinned: boolean;
}

/** Leaves time to move the pointer from the mark into its tip. */
const LEAVE_DELAY_MS = 200;

const STIRRINGS = ['pointermove', 'pointerdown', 'wheel', 'scroll', 'keydown'] as const;
let stirring: Promise<void> | undefined;

/** Is kept once the reader points, scrolls or presses a key. */
function readerStirs(): Promise<void> {
  stirring ??= new Promise((resolve) => {
    const stir = () => {
      for (const kind of STIRRINGS) removeEventListener(kind, stir, true);
      resolve();
    };
    for (const kind of STIRRINGS) addEventListener(kind, stir, { capture: true, passive: true });
  });
  return stirring;
}

function markAt(target: EventTarget): SVGElement | null {
  const found = target instanceof Element ? target.closest('[data-mark]') : null;
  return found instanceof SVGElement ? found : null;
}

/**
 * The drawings of a figure and their tips. Both widths are in the page and the style sheet shows one; once it
 * is in sight and the reader stirs, Recharts takes the place of the one that is seen. Until then a page that is only looked at runs
 * no script of charts: the drawings have their tips without it.
 */
export function ChartBox({ drawings, name, openText, closeText }: ChartBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useRef(false);
  const [tip, setTip] = useState<OpenTip | null>(null);
  const [width, setWidth] = useState<keyof typeof PAGE_WIDTHS | null>(null);
  const [Live, setLive] = useState<ComponentType<ChartViewProps> | null>(null);

  // The same objects at every render: a chart that is drawn anew would take the focus away from its marks.
  const views = useMemo(() => {
    const view = (drawing: PageDrawings['narrow']) => ({ drawing: withLabels(drawing, drawings.labels), name });
    return { narrow: view(drawings.narrow), wide: view(drawings.wide) };
  }, [drawings, name]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const sizes = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(entry.contentRect.width < SWITCH_WIDTH ? 'narrow' : 'wide');
    });
    sizes.observe(element);
    // next/dynamic shows its fallback for a moment, even for a chunk that is there; the static chart must not blink.
    let gone = false;
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        readerStirs()
          .then(() => import('./live-chart'))
          .then(
            (loaded) => {
              if (gone) return;
              const take = () => setLive(() => loaded.LiveChart);
              if (!element.contains(document.activeElement)) {
                take();
                return;
              }
              // Whoever is on a mark by keyboard would lose their place: wait until they have left the chart, not only the mark.
              const takeOnceLeft = ({ relatedTarget }: globalThis.FocusEvent) => {
                if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
                element.removeEventListener('focusout', takeOnceLeft);
                take();
              };
              element.addEventListener('focusout', takeOnceLeft);
            },
            // Without the chunk (no network any more) the static chart goes on working.
            () => undefined,
          );
      },
      { rootMargin: '200px' },
    );
    sight.observe(element);
    return () => {
      gone = true;
      sizes.disconnect();
      sight.disconnect();
      clearTimeout(leaving.current);
    };
  }, []);

  useEffect(() => {
    if (tip === null) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setTip(null);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [tip]);

  const open = (mark: SVGElement, pinned: boolean) => {
    clearTimeout(leaving.current);
    const id = mark.dataset['mark'];
    const outer = box.current?.getBoundingClientRect();
    if (id === undefined || outer === undefined) return;
    const inner = mark.getBoundingClientRect();
    const edges = {
      left: inner.left - outer.left,
      right: inner.right - outer.left,
      top: inner.top - outer.top,
      bottom: inner.bottom - outer.top,
    };
    setTip({ id, pinned, place: placeTip(edges, outer.width, TIP_WIDTH, outer.top, TIP_HEIGHT) });
  };
  const leave = () => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setTip((current) => (current?.pinned ? current : null)), LEAVE_DELAY_MS);
  };

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      touched.current = event.pointerType !== 'mouse';
    },
    onMouseOver: (event: MouseEvent) => {
      const mark = markAt(event.target);
      if (mark !== null && !touched.current) open(mark, false);
    },
    onMouseLeave: leave,
    onMouseOut: leave,
    onFocus: (event: FocusEvent) => {
      const mark = markAt(event.target);
      if (mark?.matches(':focus-visible')) open(mark, true);
    },
    onBlur: () => setTip(null),
    // A finger cannot hover: its first tap shows the quote, the next one opens the statement.
    onClickCapture: (event: MouseEvent) => {
      const mark = markAt(event.target);
      if (mark === null || !touched.current || mark.dataset['mark'] === tip?.id) return;
      event.preventDefault();
      open(mark, true);
    },
  };

  const label = tip === null ? undefined : drawings.labels[tip.id];
  return (
    <div className="chart-box" dir="ltr" ref={box} {...handlers}>
      {(['narrow', 'wide'] as const).map((each) => {
        const view = views[each];
        return (
          <div key={each} className={`chart-${each}`} style={{ aspectRatio: `${view.drawing.width} / ${view.drawing.height}` }}>
            {Live !== null && width === each ? <Live {...view} /> : <StaticChart {...view} />}
          </div>
        );
      })}
      {tip === null || label === undefined ? null : (
        <ChartTip place={tip.place} label={label} openText={openText} closeText={closeText} pinned={tip.pinned} />
      )}
    </div>
  );
}
