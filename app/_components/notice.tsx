import type { ReactNode } from 'react';

interface NoticeProps {
  readonly kind?: 'plain' | 'ok' | 'error';
  readonly title?: string;
  /** Read out at once by a screen reader: for what has just happened, not for what has always been there. */
  readonly isStatus?: boolean;
  readonly children: ReactNode;
}

/** Something that a reader should know before going on. */
export function Notice({ kind = 'plain', title, isStatus = false, children }: NoticeProps) {
  return (
    <div className={kind === 'plain' ? 'notice' : `notice ${kind}`} {...(isStatus ? { role: 'status' } : {})}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly body?: ReactNode;
  /** The next step: nobody is left before an empty page. */
  readonly action: ReactNode;
}

export function EmptyState({ title, body, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {body === undefined ? null : <p>{body}</p>}
      {action}
    </div>
  );
}
