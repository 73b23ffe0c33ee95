import { expect, test } from 'vitest';
import { addStatement } from '#lib/usecases/add-statement';
import { getStatement } from '#lib/usecases/get-statement';
import { scoreOwnWords } from '#lib/usecases/score-own-words';
import { testWorkspace, validStatement } from '../setup/database';

test('a statement that quotes is read once more without what it quotes, in its own language', async () => {
  const workspace = await testWorkspace();
  const ownOf = async (text: string, language: string) => {
    const added = await addStatement(workspace, {
      eventSlug: 'damascus-moscow-2025',
      statement: validStatement({ text, language }),
      saveSimilar: true,
    });
    if (!added.ok) throw new Error(JSON.stringify(added.problem));
    const found = await getStatement(workspace, added.value.id);
    if (!found.ok || !found.value.shown) throw new Error('not shown');
    const { statement } = found.value;
    const own = await scoreOwnWords(workspace, statement);
    return { whole: statement.scores[0]?.score ?? 0, own: [...own.values()][0]?.score };
  };
  const english = await ownOf('We are happy and thankful. He called us "traitors, murderers and liars".', 'en');
  expect(english.own ?? -1).toBeGreaterThan(english.whole);
  const arabic = await ownOf('شكرا لكم، خبر جميل ورائع. قال عنا «خونة ومجرمون وقتلة».', 'ar');
  expect(arabic.own ?? -1).toBeGreaterThan(arabic.whole);
  expect((await ownOf('We are happy and thankful for this day.', 'en')).own).toBeUndefined();
});
