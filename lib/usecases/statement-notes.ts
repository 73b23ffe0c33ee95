import type { ColumnAgreement, ColumnLabels, ScorerAgreement, StatementNotes } from '#lib/core/csv/statement-columns';
import { agreementMark } from '#lib/core/reliability/agreement-band';
import { findScorerAgreement } from '#lib/core/reliability/find-scorer-agreement';
import { SLOGAN_VARIABLE } from '#lib/db/blind-coding';
import { type StatementScope, stanceVariable } from '#lib/db/statement-query';
import { marksOf } from '#lib/usecases/get-agreement-marks';
import { checkedAgreementOf } from '#lib/usecases/get-scorer-agreement';
import type { Workspace } from '#lib/usecases/workspace';

/** The mark of a variable that the codebook does not have. */
const NOT_ASKED = agreementMark({ alpha: null, ci: null, units: 0, coders: 0, reason: 'no_codings' });

/**
 * What a file of statements says in each row beside codes and scores: how far coders agree on them, and the scorer with the coders. A
 * row that is cut out of the file keeps it.
 */
export function statementNotes(workspace: Workspace, scope: StatementScope, labels: ColumnLabels): StatementNotes {
  const blind = scope.blind ?? null;
  const marks = marksOf(workspace, scope.event, blind);
  const noteOf = (variable: string): ColumnAgreement => {
    const mark = marks[variable] ?? NOT_ASKED;
    return { band: mark.band, words: labels.agreement(mark) };
  };
  const agreements = checkedAgreementOf(workspace, scope.event, blind);
  // Every row of a file asks, and most of them ask the same.
  const said = new Map<string, ScorerAgreement>();
  const sayOnce = ({ scorer, scorerVersion, scoredLanguage }: Parameters<StatementNotes['scorer']>[0]): ScorerAgreement => {
    const key = `${scorer} ${scorerVersion} ${scoredLanguage}`;
    const known = said.get(key);
    if (known !== undefined) return known;
    const found = findScorerAgreement(agreements, { scorer, version: scorerVersion, language: scoredLanguage });
    const answer = { kappa: found?.kappa.kappa ?? null, words: labels.scorer(found) };
    said.set(key, answer);
    return answer;
  };
  return {
    labels,
    agreement: { camp: noteOf('camp'), stance: noteOf(stanceVariable(scope.target)), sloganUse: noteOf(SLOGAN_VARIABLE) },
    scorer: sayOnce,
  };
}
