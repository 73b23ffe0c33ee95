import { dateSpan } from '#lib/core/charts/date-span';
import { type CompareCampsInput, groupByCamp } from '#lib/core/comparison/compare-camps';
import type { Finding } from '#lib/core/findings/finding';

/** What the time line spans. */
export function findTimeSpan(input: CompareCampsInput): Finding {
  const statements = groupByCamp(input).camps.flatMap((camp) => camp.statements);
  if (statements.length === 0) return { kind: 'no_statements' };
  const dated = statements.flatMap(({ saidOn }) => {
    const span = saidOn === null ? null : dateSpan(saidOn);
    return span === null || saidOn === null ? [] : [{ saidOn, span }];
  });
  const undated = statements.length - dated.length;
  const first = [...dated].sort((a, b) => a.span.from - b.span.from)[0];
  const last = [...dated].sort((a, b) => b.span.to - a.span.to)[0];
  if (first === undefined || last === undefined) return { kind: 'nothing_dated', undated };
  if (dated.every(({ saidOn }) => saidOn === first.saidOn)) {
    return { kind: 'one_date', date: first.saidOn, dated: dated.length, undated };
  }
  return { kind: 'time_span', first: first.saidOn, last: last.saidOn, dated: dated.length, undated };
}
