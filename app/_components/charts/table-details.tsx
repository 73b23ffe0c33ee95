'use client';

import { type ReactNode, useEffect, useState } from 'react';

interface TableDetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/**
 * The table of a figure: open in what the server sends, so that it can be read without JavaScript; closed once the
 * page is alive. charts.css keeps it out of sight in between where scripting is on, so that nothing jumps.
 */
export function TableDetails({ summary, children }: TableDetailsProps) {
  const [isOpen, setOpen] = useState(true);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    setOpen(false);
    setReady(true);
  }, []);
  return (
    <details
      className={isReady ? 'figure-table figure-table-ready' : 'figure-table'}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
