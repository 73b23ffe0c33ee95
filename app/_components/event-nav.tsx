'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { FocusEvent, KeyboardEvent } from 'react';

export interface EventNavItem {
  /** Name by which a keyboard shortcut finds the link. */
  readonly key: string;
  readonly href: string;
  readonly label: string;
  /** Where it stands: `first` always in sight, `more` folded away on a narrow screen, `action` something to do, folded too. */
  readonly place: 'first' | 'more' | 'action';
}

interface EventNavProps {
  readonly label: string;
  readonly moreLabel: string;
  readonly items: readonly EventNavItem[];
}

/** Esc folds the menu again and gives the focus back to what opened it. */
function foldOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** Whoever leaves the menu has done with it: it lies over the page. A click beside a link goes nowhere, and leaves it open. */
function foldOnLeaving(event: FocusEvent<HTMLDetailsElement>): void {
  if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

/**
 * The pages of one event. Rendered on the server too; it lives in the browser only to know which page is open. What is
 * folded away on a narrow screen opens without JavaScript; layout.css lays it out flat where there is room.
 */
export function EventNav({ label, moreLabel, items }: EventNavProps) {
  const pathname = usePathname();
  const entry = (item: EventNavItem) => (
    <li key={item.key} className={item.place === 'action' ? 'event-nav-action' : undefined}>
      <Link href={item.href} data-go={item.key} {...(pathname === item.href ? { 'aria-current': 'page' as const } : {})}>
        {item.label}
      </Link>
    </li>
  );
  return (
    <nav className="event-nav" aria-label={label}>
      <div className="wrap">
        <ul>{items.filter((item) => item.place === 'first').map(entry)}</ul>
        {/* A page that is opened starts with the rest folded again. */}
        <details className="event-nav-more" key={pathname} onKeyDown={foldOnEscape} onBlur={foldOnLeaving}>
          <summary>{moreLabel}</summary>
          <ul>{items.filter((item) => item.place !== 'first').map(entry)}</ul>
        </details>
      </div>
    </nav>
  );
}
