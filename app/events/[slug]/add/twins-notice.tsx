import type { FieldProblem } from '#lib/core/problem';
import type { Dictionary } from '#lib/i18n/dictionary';
import { getStatement } from '#lib/usecases/get-statement';
import { LinkButton } from '../../../_components/button';
import { Notice } from '../../../_components/notice';
import { Quote } from '../../../_components/quote';
import { readCodingSession } from '../../../coding-session';
import { workspace } from '../../../db';

interface TwinsNoticeProps {
  readonly problem: FieldProblem;
  readonly words: Dictionary['add'];
}

/** The statements that say the same, or nearly, each with the way to it, before anything is saved. */
export async function TwinsNotice({ problem, words }: TwinsNoticeProps) {
  const ids = String(problem.params?.['existingId'] ?? '')
    .split(' ')
    .filter((id) => id !== '');
  const found = await Promise.all(ids.map(async (id) => getStatement(workspace(), id, await readCodingSession())));
  const isExact = problem.code === 'exact_duplicate';
  return (
    <Notice kind="error" isStatus title={isExact ? words.exactTitle : words.nearTitle}>
      <p>{isExact ? words.exactBody : words.nearBody}</p>
      {found.map((each) =>
        each.ok && each.value.shown ? (
          <div key={each.value.statement.id} className="stack stack-s">
            <Quote
              text={each.value.statement.text}
              language={each.value.statement.language}
              attribution={each.value.statement.attribution}
              look="compact"
            />
            <div>
              <LinkButton href={`/statements/${encodeURIComponent(each.value.statement.id)}`}>{words.openOther}</LinkButton>
            </div>
          </div>
        ) : null,
      )}
    </Notice>
  );
}
