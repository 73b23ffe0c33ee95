import { describe, expect, test } from 'vitest';
import { addStatement } from '#lib/usecases/add-statement';
import { compareEvents } from '#lib/usecases/compare-events';
import { createEvent } from '#lib/usecases/create-event';
import { testWorkspace, validStatement } from '../setup/database';

const FIRST = 'damascus-moscow-2025';

describe('compareEvents', () => {
  test('sets the camps that both events have side by side, with the difference where there is enough of each', async () => {
    const workspace = await testWorkspace();
    const made = await createEvent(workspace, {
      event: {
        slug: 'second',
        title: { en: 'Second' },
        heldOn: '2025-10-01',
        targets: [{ slug: 'step', proposition: { en: 'A step.' } }],
        camps: [
          { slug: 'pragmatic', label: { en: 'Pragmatic camp' }, definition: { en: 'x' } },
          { slug: 'others', label: { en: 'Others' }, definition: { en: 'y' } },
        ],
      },
      by: 'editor',
    });
    if (!made.ok) throw new Error(JSON.stringify(made.problem));
    const ways = ['against', 'against', 'against', 'favor', 'favor'];
    for (const [index, stance] of ways.entries()) {
      const statement = validStatement({ text: `Voice ${index} about the step.`, camp: 'pragmatic', stance });
      const added = await addStatement(workspace, { eventSlug: 'second', statement, saveSimilar: true });
      if (!added.ok) throw new Error(JSON.stringify(added.problem));
    }
    const compared = await compareEvents(workspace, { events: [FIRST, 'second'], query: '', language: 'en' });
    if (!compared.ok) throw new Error(compared.problem.kind);
    const { shared } = compared.value;
    expect(shared.map(({ slug, first, second }) => [slug, first.n, second.n])).toEqual([['pragmatic', 5, 5]]);
    // 0 of 5 against 3 of 5: the difference is -0.6.
    expect(shared[0]?.againstDifference?.difference).toBeCloseTo(-0.6, 9);
    expect(shared[0]?.againstDifference?.low).toBeLessThan(-0.6);
  });

  test('an event is not compared with itself, nor with one that is not there', async () => {
    const workspace = await testWorkspace();
    expect(await compareEvents(workspace, { events: [FIRST, FIRST], query: '', language: 'en' })).toMatchObject({
      problem: { kind: 'conflict' },
    });
    expect(await compareEvents(workspace, { events: [FIRST, 'none'], query: '', language: 'en' })).toMatchObject({
      problem: { kind: 'not_found', what: 'event', id: 'none' },
    });
  });
});
