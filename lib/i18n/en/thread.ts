import { choosePlural, formatNumber } from '#lib/i18n/format';

export const thread = {
  title: 'Add a thread',
  lead: 'Paste several statements at once. Each blank line starts the next one; every part becomes a draft for you to read and code.',
  link: 'Paste several at once',
  text: 'The thread',
  textHint: 'One statement, a blank line, the next statement. Up to 500.',
  sharedHeading: 'What all of them share',
  split: 'Split into drafts',
  draftsHeading: 'Drafts',
  draftsLead: 'Drafts are kept for a day. Nothing is saved until you save each.',
  progress: (done: number, all: number) =>
    `${formatNumber('en', done)} of ${formatNumber('en', all)} ${choosePlural('en', all, { one: 'draft is', other: 'drafts are' })} saved.`,
  code: 'Read and code it',
  codeNext: 'Next draft',
  saved: 'saved',
  allDone: 'Every draft is saved',
};
