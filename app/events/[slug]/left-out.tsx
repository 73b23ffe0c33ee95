import type { Comparison } from '#lib/core/comparison/comparison-schema';
import type { Dictionary } from '#lib/i18n/dictionary';

interface LeftOutProps {
  readonly totals: Comparison['totals'];
  readonly isContextShown: boolean;
  /** Address of the page with context camps in, or out again. */
  readonly toggleHref: string;
  readonly words: Dictionary;
}

/** What is not in the charts, and how to bring it in. */
export function LeftOut({ totals, isContextShown, toggleHref, words }: LeftOutProps) {
  const { common, compare } = words;
  const { contextLeftOut, campDisputed, campUncoded, duplicatesLeftOut } = totals;
  return (
    <div className="left-out">
      <p>{common.notAPoll}</p>
      {duplicatesLeftOut === 0 ? null : <p>{compare.duplicatesLeftOut(duplicatesLeftOut)}</p>}
      {campDisputed + campUncoded === 0 ? null : <p>{compare.campNotCoded(campDisputed + campUncoded)}</p>}
      {contextLeftOut === 0 && !isContextShown ? null : (
        <p>
          {isContextShown ? compare.contextShown : compare.contextLeftOut(contextLeftOut)}{' '}
          <a href={toggleHref}>{isContextShown ? compare.contextHide : compare.contextShow}</a>
        </p>
      )}
    </div>
  );
}
