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
    { key: 'compare', href: base, label: nav.compare },
    { key: 'statements', href: `${base}/statements`, label: nav.statements },
    { key: 'code', href: `${base}/code`, label: nav.coding },
    { key: 'adjudicate', href: `${base}/adjudicate`, label: nav.adjudicate },
    { key: 'reliability', href: `${base}/reliability`, label: nav.reliability },
    { key: 'codebook', href: `${base}/codebook`, label: nav.codebook },
    { key: 'report', href: `${base}/report`, label: nav.report },
    { key: 'export', href: `${base}/export`, label: nav.export },
    { key: 'settings', href: `${base}/settings`, label: dictionary.settings.title },
    { key: 'import', href: `/import?event=${encodeURIComponent(slug)}`, label: nav.import, isAction: true },
    { key: 'add', href: `${base}/add`, label: nav.add, isAction: true },
  ];
  return (
    <>
      <EventNav label={nav.event} items={items} />
      <CodingBar slug={slug} words={dictionary.coding.session} />
      {children}
    </>
  );
}
