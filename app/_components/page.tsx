import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  readonly kicker?: ReactNode;
  readonly lead?: ReactNode;
  /** Shown under the lead: counts, switches, actions. */
  readonly meta?: ReactNode;
  readonly children: ReactNode;
}

/** The content of a page under its one heading; the skip link leads here. */
export function Page({ title, kicker, lead, meta, children }: PageProps) {
  return (
    <main className="main wrap" id="main" tabIndex={-1}>
      <header className="page-head">
        {kicker === undefined ? null : <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {meta}
      </header>
      {children}
    </main>
  );
}
