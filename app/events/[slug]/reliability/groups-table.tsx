import type { GroupReliability } from '#lib/core/reliability/reliability-report';
import type { EventRecord } from '#lib/db/events';
import { alphaPhrase } from '#lib/i18n/agreement-sentence';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber, languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { DataTable } from '../../../_components/data-table';

interface GroupsTableProps {
  readonly groups: readonly GroupReliability[];
  readonly event: EventRecord;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Agreement within each camp and each language. */
export function GroupsTable({ groups, event, dictionary, locale }: GroupsTableProps) {
  const { reliability: words, common } = dictionary;
  const shown = groups.filter(({ alpha }) => alpha.units > 0);
  if (shown.length === 0) return <p className="hint">{words.groups.none}</p>;
  const nameOf = ({ dimension, group }: GroupReliability): string => {
    if (dimension === 'language') return languageName(locale, group);
    if (group === 'disputed' || group === 'uncoded') return common.camp[group];
    return event.camps.find(({ slug }) => slug === group)?.label[locale] ?? group;
  };
  return (
    <DataTable
      caption={words.groups.caption}
      rows={shown}
      rowKey={({ dimension, group }) => `${dimension} ${group}`}
      columns={[
        {
          key: 'group',
          heading: words.groups.group,
          cell: (row) => (
            <>
              <span className="hint">{row.dimension === 'language' ? words.groups.language : words.groups.camp}:</span>{' '}
              <bdi>{nameOf(row)}</bdi>
            </>
          ),
        },
        { key: 'alpha', heading: words.summary.alpha, cell: ({ mark }) => <bdi>{alphaPhrase(words, locale, mark)}</bdi> },
        {
          key: 'agreement',
          heading: words.pairs.agreement,
          cell: ({ agreement }) => common.counts.of(agreement.agreed, agreement.n),
          isNumeric: true,
        },
        {
          key: 'units',
          heading: words.summary.units,
          cell: ({ alpha }) => formatNumber(locale, alpha.units),
          isNumeric: true,
        },
      ]}
    />
  );
}
