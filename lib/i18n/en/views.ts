import { choosePlural, formatNumber } from '#lib/i18n/format';

const things = (n: number, one: string, other: string): string =>
  `${formatNumber('en', n)} ${choosePlural('en', n, { one, other })}`;

/** How much of each kind has changed. */
interface Changes {
  readonly codings: number;
  readonly statements: number;
  readonly edited: number;
  readonly hidden: number;
}

export const views = {
  title: 'Saved views',
  lead: 'A filter under a name, to come back to or to cite.',
  link: 'Saved views',
  saveThis: 'Save this view',
  saveHeading: 'Save a view',
  filter: 'Filter',
  noFilter: 'all statements',
  name: 'Name',
  note: 'Note',
  pin: 'Pin it: keep the numbers of this moment',
  pinHint: 'For a link that is cited. What is coded or added later is left out; what is withheld later is gone all the same.',
  save: 'Save the view',
  saved: 'The view is saved.',
  deleted: 'The view is removed.',
  none: 'No view is saved yet',
  noneBody: 'Filter the statements and choose “Save this view”.',
  compare: 'Compare',
  statements: 'Statements',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove the view “${name}”`,
  by: (name: string, moment: string) => `${name}, ${moment}`,
  pinned: (moment: string) => `As of ${moment}.`,
  follows: 'Follows the data.',
  changed: ({ codings, statements, edited, hidden }: Changes) =>
    codings + statements + edited + hidden === 0
      ? 'Nothing has changed since.'
      : [
          ...(codings + statements === 0
            ? []
            : [
                `${things(codings, 'coding', 'codings')} changed and ${things(statements, 'statement', 'statements')} added since.`,
              ]),
          ...(edited === 0
            ? []
            : [`${things(edited, 'statement was', 'statements were')} corrected since, and shown here as corrected.`]),
          ...(hidden === 0
            ? []
            : [`${things(hidden, 'statement is', 'statements are')} withheld or removed by now and left out here too.`]),
        ].join(' '),
  seeNow: 'See it as it is now',
};
