import type { ReactNode } from 'react';
import type { Dictionary } from '#lib/i18n/dictionary';
import { CodingBar } from './coding-bar';
import { EventNav, type EventNavItem } from './event-nav';

interface EventFrameProps {
  readonly slug: string;
  readonly dictionary: Dictionary;
  readonly children: ReactNode;
}

/** The pages of one event under their navigation. */
export function EventFrame({ slug, dictionary, children }: EventFrameProps) {
  const { nav } = dictionary.common;
  const base = `/events/${encodeURIComponent(slug)}`;
  const items: readonly EventNavItem[] = [
    { key: 'compare', href: base, label: nav.compare, place: 'first' },
    { key: 'statements', href: `${base}/statements`, label: nav.statements, place: 'first' },
    { key: 'report', href: `${base}/report`, label: nav.report, place: 'first' },
    { key: 'code', href: `${base}/code`, label: nav.coding, place: 'more' },
    { key: 'adjudicate', href: `${base}/adjudicate`, label: nav.adjudicate, place: 'more' },
    { key: 'reliability', href: `${base}/reliability`, label: nav.reliability, place: 'more' },
    { key: 'codebook', href: `${base}/codebook`, label: nav.codebook, place: 'more' },
    { key: 'export', href: `${base}/export`, label: nav.export, place: 'more' },
    { key: 'settings', href: `${base}/settings`, label: dictionary.settings.title, place: 'more' },
    { key: 'import', href: `/import?event=${encodeURIComponent(slug)}`, label: nav.import, place: 'action' },
    { key: 'add', href: `${base}/add`, label: nav.add, place: 'action' },
  ];
  return (
    <>
      <EventNav label={nav.event} moreLabel={nav.more} items={items} />
      <CodingBar slug={slug} words={dictionary.coding.session} />
      {children}
    </>
  );
}
