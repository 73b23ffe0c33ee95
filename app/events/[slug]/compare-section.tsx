import type { ReactNode } from 'react';

interface CompareSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Switches of this section. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One question and its figure: the question at the side, the figure in the wide column. */
export function CompareSection({ id, title, lead, aside, children }: CompareSectionProps) {
  return (
    <section className="section compare-section" aria-labelledby={`${id}-heading`}>
      <div className="stack stack-s">
        <h2 id={`${id}-heading`}>{title}</h2>
        <p className="hint">{lead}</p>
        {aside}
      </div>
      <div>{children}</div>
    </section>
  );
}
