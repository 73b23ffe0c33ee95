import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import type { ListedCoder } from '#lib/usecases/list-coders';
import { DataTable } from '../../../_components/data-table';
import { IsolatedText } from '../../../_components/isolated-text';
import { Notice } from '../../../_components/notice';

interface CodersTableProps {
  readonly coders: readonly ListedCoder[];
  /** Id of the one who was deactivated or reactivated just now. */
  readonly changed: string | null;
  readonly base: string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** Who coded, how much, and whether they still do. */
export function CodersTable({ coders, changed, base, dictionary, locale }: CodersTableProps) {
  const { coders: words } = dictionary.reliability;
  if (coders.length === 0) return null;
  const now = coders.find(({ id }) => id === changed);
  return (
    <section className="section" aria-labelledby="coders">
      <h2 id="coders">{words.heading}</h2>
      {now === undefined ? null : (
        <Notice kind="ok" isStatus>
          <p>
            <IsolatedText text={now.active ? words.activated(now.name) : words.deactivated(now.name, now.codings)} />
          </p>
        </Notice>
      )}
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
            cell: ({ active }) => (active ? words.active : <strong>{words.inactive}</strong>),
          },
          {
            key: 'change',
            heading: <span className="visually-hidden">{words.change}</span>,
            cell: ({ name, active }) => (
              <form method="post" action={`${base}/reliability/coders`}>
                <input type="hidden" name="name" value={name} />
                <button
                  type="submit"
                  className="link-button"
                  name="do"
                  value={active ? 'deactivate' : 'activate'}
                  aria-label={`${active ? words.deactivate : words.activate}: ${name}`}
                >
                  {active ? words.deactivate : words.activate}
                </button>
              </form>
            ),
          },
        ]}
      />
    </section>
  );
}
