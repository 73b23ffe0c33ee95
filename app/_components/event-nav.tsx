'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export interface EventNavItem {
  /** Name by which a keyboard shortcut finds the link. */
  readonly key: string;
  readonly href: string;
  readonly label: string;
  /** Set apart at the end: something to do rather than to read. */
  readonly isAction?: boolean;
}

interface EventNavProps {
  readonly label: string;
  readonly items: readonly EventNavItem[];
}

/** The pages of one event. Rendered on the server too; it lives in the browser only to know which page is open. */
export function EventNav({ label, items }: EventNavProps) {
  const pathname = usePathname();
  return (
    <nav className="event-nav" aria-label={label}>
      <ul className="wrap">
        {items.map((item) => (
          <li key={item.key} className={item.isAction ? 'event-nav-action' : undefined}>
            <Link href={item.href} data-go={item.key} {...(pathname === item.href ? { 'aria-current': 'page' as const } : {})}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
