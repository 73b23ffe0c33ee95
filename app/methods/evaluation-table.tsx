import 'server-only';

import { getDictionary } from '../locale';

export async function EvaluationTable() {
  const { methods } = await getDictionary();
  return <p className="hint">{methods.evaluation.missing}</p>;
}
