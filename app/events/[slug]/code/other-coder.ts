import type { FieldProblem } from '#lib/core/problem';
import { seenValue } from '#lib/core/statement/seen-value';
import type { CodingSession } from '#lib/usecases/find-blindness';
import { keepDraft } from '#lib/usecases/keep-draft';
import { workspace } from '../../../db';

interface Pressed {
  readonly slug: string;
  /** Whom the page named that was pressed on. */
  readonly as: string | undefined;
  /** Who codes in this browser now. */
  readonly session: CodingSession | null;
}

/**
 * Two people can code in one browser one after the other, with a page of the first still open in a tab: nothing that is pressed there may
 * become the other's word, and nothing that was typed there is shown to them.
 *
 * @returns the query that tells it on the coding page; null where the page's coder is who codes now
 */
export async function refusalOfOtherCoder({ slug, as, session }: Pressed): Promise<URLSearchParams | null> {
  const current = session?.event === slug ? session.coder : null;
  if (as === undefined || as === current) return null;
  const seen = seenValue(as);
  const problem: FieldProblem = {
    field: 'coder',
    code: 'other_coder',
    ...(seen === undefined ? {} : { seen }),
    ...(current === null ? {} : { params: { coder: current } }),
  };
  const form = current === null ? 'code start' : 'code';
  const draft = await keepDraft(workspace(), { form, values: current === null ? { coder: as } : {}, problems: [problem] });
  return new URLSearchParams({ draft });
}
