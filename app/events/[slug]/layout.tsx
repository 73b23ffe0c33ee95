import type { ReactNode } from 'react';
import { EventFrame } from '../../_components/event-frame';
import { getDictionary } from '../../locale';

interface EventLayoutProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly children: ReactNode;
}

export default async function EventLayout({ params, children }: EventLayoutProps) {
  const { slug } = await params;
  return (
    <EventFrame slug={slug} dictionary={await getDictionary()}>
      {children}
    </EventFrame>
  );
}
