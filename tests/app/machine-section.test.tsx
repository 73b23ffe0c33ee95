import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { machineAgreement } from '#lib/core/reliability/machine-agreement';
import { readEvent } from '#lib/db/events';
import { dictionaryOf } from '#lib/i18n/dictionaries';
import { MachineSection } from '../../app/events/[slug]/reliability/machine-section';
import { testWorkspace } from '../setup/database';

test.each(['en', 'ar'] as const)(
  'each scorer has a table of its own name, so that a screen reader can tell them apart (%s)',
  async (locale) => {
    const event = await readEvent((await testWorkspace()).db, 'damascus-moscow-2025');
    if (event === null) throw new Error('The event is not there.');
    const row = { score: 0.4, label: 'positive', human: 1, humanMax: 2 } as const;
    const agreements = machineAgreement([
      { ...row, statementId: 'a', scorer: 'stanceboard-en', version: '1.2.0', language: 'en' },
      { ...row, statementId: 'b', scorer: 'stanceboard-ar', version: '1.0.1', language: 'ar' },
    ]);
    const markup = renderToStaticMarkup(
      <MachineSection
        agreements={agreements}
        texts={new Map()}
        event={event}
        dictionary={dictionaryOf(locale)}
        locale={locale}
      />,
    );
    const names = [...markup.matchAll(/<section[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  },
);
