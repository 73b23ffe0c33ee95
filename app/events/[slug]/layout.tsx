import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { hasEvent } from '#lib/usecases/has-event';
import { EventFrame } from '../../_components/event-frame';
import { workspace } from '../../db';
import { getDictionary } from '../../locale';
import { missingPage } from '../../missing-page';

interface EventLayoutProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly children: ReactNode;
}

export default async function EventLayout({ params, children }: EventLayoutProps) {
  await connection();
  const { slug } = await params;
  if (!(await hasEvent(workspace(), slug))) return missingPage();
  return (
    <EventFrame slug={slug} dictionary={await getDictionary()}>
      {children}
    </EventFrame>
  );
}
