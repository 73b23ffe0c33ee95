import Link from 'next/link';
import type { Dictionary } from '#lib/i18n/dictionary';
import { readCodingSession } from '../coding-session';

interface CodingBarProps {
  readonly slug: string;
  readonly words: Dictionary['coding']['session'];
}

/** Tells a reader who codes that pages hide from them what they have not judged yet, and how to stop that. */
export async function CodingBar({ slug, words }: CodingBarProps) {
  const session = await readCodingSession();
  if (session === null || session.event !== slug) return null;
  const base = `/events/${encodeURIComponent(slug)}/code`;
  return (
    <aside className="session-bar screen-only" aria-label={words.as(session.coder)}>
      <div className="wrap">
        <strong>
          <bdi>{words.as(session.coder)}</bdi>
        </strong>
        <span>{words.hidden}</span>
        <Link href={base}>{words.goOn}</Link>
        <form method="post" action={`${base}/leave`}>
          <button type="submit" className="link-button">
            {words.leave}
          </button>
        </form>
      </div>
    </aside>
  );
}
