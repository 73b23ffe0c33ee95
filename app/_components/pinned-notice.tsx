import Link from 'next/link';
import type { ChangesSince } from '#lib/db/saved-views';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatMoment } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { Notice } from './notice';

interface PinnedNoticeProps {
  readonly since: ChangesSince;
  /** The same page as the data are now. */
  readonly nowHref: string;
  readonly words: Dictionary['views'];
  readonly locale: Locale;
}

/** Says of a page that is pinned to a row of the log from when it is, and what has changed since. */
export function PinnedNotice({ since, nowHref, words, locale }: PinnedNoticeProps) {
  return (
    <Notice>
      <p>
        {since.at === null ? null : `${words.pinned(formatMoment(locale, new Date(since.at)))} `}
        {words.changed(since)} <Link href={nowHref}>{words.seeNow}</Link>
      </p>
    </Notice>
  );
}
