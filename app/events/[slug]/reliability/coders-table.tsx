import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import type { ListedCoder } from '#lib/usecases/list-coders';
import { DataTable } from '../../../_components/data-table';

interface CodersTableProps {
  readonly coders: readonly ListedCoder[];
  readonly base: string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Who coded, how much, and whether they still do. */
export function CodersTable({ coders, base, dictionary, locale }: CodersTableProps) {
  const { coders: words } = dictionary.reliability;
  if (coders.length === 0) return null;
  return (
    <section className="section" aria-labelledby="coders">
      <h2 id="coders">{words.heading}</h2>
      <DataTable
        caption={words.caption}
        rows={coders}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', heading: words.name, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'pseudonym', heading: words.pseudonym, cell: ({ pseudonym }) => <bdi dir="ltr">{pseudonym}</bdi> },
          { key: 'codings', heading: words.codings, cell: ({ codings }) => formatNumber(locale, codings), isNumeric: true },
          {
            key: 'state',
            heading: words.state,
            cell: ({ name, active }) => (
              <form method="post" action={`${base}/reliability/coders`} className="cluster">
                <span>{active ? words.active : words.inactive}</span>
                <input type="hidden" name="name" value={name} />
                <button type="submit" className="link-button" name="do" value={active ? 'deactivate' : 'activate'}>
                  <bdi>{active ? words.deactivate(name) : words.activate(name)}</bdi>
                </button>
              </form>
            ),
          },
        ]}
      />
    </section>
  );
}
