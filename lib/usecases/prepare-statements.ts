import { createHash } from 'node:crypto';
import { contentHash } from '#lib/core/duplicates/exact-key';
import { searchShadow } from '#lib/core/search/search-shadow';
import { DETECT_LANGUAGE, type StatementInput } from '#lib/core/statement/statement-input';
import type { ExtraCodes, PreparedStatement } from '#lib/db/add-statements';
import type { Workspace } from '#lib/usecases/workspace';

/** A checked input on its way to be stored. */
export interface StatementToPrepare {
  readonly id: string;
  readonly input: StatementInput;
  readonly duplicateOf?: PreparedStatement['duplicateOf'];
  readonly extraCodes?: ExtraCodes;
}

/** SHA-256 of what makes two texts the same statement, as hexadecimal digits. */
export function hashOfContent(text: string): string {
  return contentHash(text, (key) => createHash('sha256').update(key).digest('hex'));
}

/** The name of a protected speaker goes no further than here: it is not stored anywhere, the log included. */
function withoutProtectedName(input: StatementInput): StatementInput {
  if (input.speaker?.risk !== 'protected') return input;
  return { ...input, speaker: { ...input.speaker, name: null } };
}

/** Scores the texts of statements (in the worker, outside any transaction) and works out what is stored beside them. */
export async function prepareStatements(
  workspace: Workspace,
  items: readonly StatementToPrepare[],
): Promise<PreparedStatement[]> {
  const inputs = items.map(({ input }) => input);
  const translated = inputs.flatMap(({ translation }) => (translation === null ? [] : [translation]));
  const [originals, translations] = await Promise.all([
    workspace.scoring.scoreMany(inputs),
    workspace.scoring.scoreMany(translated),
  ]);
  const scoreOf = new Map(translated.map((translation, index) => [translation, translations[index]]));
  return items.flatMap((item, index) => {
    const originalScore = originals[index];
    if (originalScore === undefined) return [];
    const input = withoutProtectedName(item.input);
    return [
      {
        id: item.id,
        input,
        language: input.language === DETECT_LANGUAGE ? originalScore.language : input.language,
        contentHash: hashOfContent(input.text),
        searchText: searchShadow(input.text, input.translation?.text ?? null),
        originalScore,
        translationScore: (input.translation !== null ? scoreOf.get(input.translation) : undefined) ?? null,
        duplicateOf: item.duplicateOf ?? null,
        extraCodes: item.extraCodes ?? {},
      },
    ];
  });
}
