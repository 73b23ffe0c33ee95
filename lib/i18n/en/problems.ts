import { formatNumber, formatPlainNumber } from '#lib/i18n/format';
import type { ProblemSentences } from '#lib/i18n/problem-sentence';

const quoted = (seen: string | undefined): string => (seen === undefined || seen === '' ? 'This' : `“${seen}”`);
const number = (value: string | number | undefined, fallback: string): string =>
  typeof value === 'number' ? formatNumber('en', value) : (value ?? fallback);
/** A whole number from one bound to another; null for a problem that is about any number. */
const wholeNumber = (params: Readonly<Record<string, string | number | undefined>>): string | null => {
  if (params['whole'] === undefined) return null;
  const from = `a whole number from ${number(params['min'], '1')}`;
  return params['max'] === undefined ? `${from} on` : `${from} to ${number(params['max'], '')}`;
};
/** A year is a name, not an amount: no thousands separator. */
const year = (value: string | number | undefined, fallback: string): string =>
  typeof value === 'number' ? formatPlainNumber('en', value) : (value ?? fallback);

export const problems = {
  required: ({ params }) =>
    params['row'] === 0
      ? 'The file has no column of this name. Add it, or rename the one that is meant.'
      : 'This is empty. Fill it in.',
  too_long: ({ params }) =>
    params['length'] === undefined
      ? `This is too long: at most ${number(params['max'], 'the limit')} characters. Shorten it.`
      : `This has ${number(params['length'], '')} characters; at most ${number(params['max'], '')} fit. Shorten it, or split it into several statements.`,
  too_short: ({ params }) => `This is too short: at least ${number(params['min'], '1')} characters are needed.`,
  has_nul: () => 'This holds an invisible NUL character, which would cut the text short. Paste it again as plain text.',
  has_lone_surrogate: () =>
    'This holds half of a character (a broken emoji, most often). Delete the broken sign and type it again.',
  not_a_date: ({ seen }) =>
    `${quoted(seen)} is not a date that exists. Write 2025-07-31, or 2025-07 or 2025 when no more is known.`,
  date_in_future: ({ seen }) => `${quoted(seen)} lies in the future. Check the year; a statement cannot be dated after today.`,
  date_too_early: ({ seen, params }) =>
    `${quoted(seen)} is earlier than ${year(params['earliest'], 'this event allows')}. Check the year.`,
  not_a_url: ({ seen }) => `${quoted(seen)} is not a web address. Write it whole, such as https://example.org/article.`,
  url_scheme_not_allowed: ({ seen }) =>
    `${quoted(seen)} does not start with http:// or https://. Only web addresses can be kept as a source.`,
  not_one_of: ({ seen, params }) =>
    `${quoted(seen)} is not one of the choices${params['allowed'] === undefined ? '' : ` (${params['allowed']})`}. Choose one from the list.`,
  not_a_language_tag: ({ seen }) => `${quoted(seen)} is not a language code. Write one such as en, ar or ar-SY.`,
  not_a_number: ({ seen, params }) =>
    wholeNumber(params) === null
      ? `${quoted(seen)} is not a number. Write digits, with a point for decimals.`
      : /^\d+$/.test(seen ?? '')
        ? `${quoted(seen)} is sent as text, and ${wholeNumber(params)} is needed: in JSON, a number has no quotation marks.`
        : `${quoted(seen)} is not ${wholeNumber(params)}. Write one in digits.`,
  out_of_range: ({ seen, params }) =>
    wholeNumber(params) === null
      ? `${quoted(seen)} is outside ${number(params['min'], 'the lowest')} to ${number(params['max'], 'the highest')}. Choose a value between them.`
      : `${quoted(seen)} is not ${wholeNumber(params)}. Choose one of them.`,
  not_next_round: ({ seen, params }) =>
    `${quoted(seen)} is not the next round, which is ${number(params['next'], '')}. Send that, or leave the round out.`,
  unknown_camp: ({ seen }) =>
    `This event has no camp called ${quoted(seen)}. Choose one from the list, or add the camp to the event first.`,
  unknown_stance: ({ seen }) => `${quoted(seen)} is not a stance. Choose one from the list.`,
  unknown_code: ({ seen }) =>
    `The codebook has no code called ${quoted(seen)}. Choose one from the list, or add it in a new version.`,
  unknown_variable: ({ seen }) => `The codebook has no variable called ${quoted(seen)}. Look it up on the codebook page.`,
  unknown_target: ({ seen }) => `This event has no target called ${quoted(seen)}. Choose one from the list.`,
  unknown_event: ({ seen }) => `There is no event called ${quoted(seen)}. Look up its name in the list of events.`,
  unknown_coder: ({ seen }) => `There is no coder called ${quoted(seen)}. Say first who is coding.`,
  unknown_statement: ({ seen }) => `There is no statement ${quoted(seen)}. It may have been removed; open it from the list.`,
  unknown_field: ({ seen }) => `There is no field called ${quoted(seen)}. Check its spelling, or leave it out.`,
  exact_duplicate: () => 'This event already has a statement with the same text. Open it, and add the new source there.',
  external_id_taken: ({ params }) =>
    `This id belongs to a statement that was sent with other values before (${params['fields'] ?? 'text'}). Send this one with an id of its own, or correct the one that is here.`,
  near_duplicate: () => 'A very similar statement is already here. Compare the two, then save anyway or open the other.',
  code_of_other_version: ({ seen, params }) =>
    `${quoted(seen)} ${params['asked'] === undefined ? 'belongs to another version' : `was coded by version ${year(params['asked'], '')}`} of the codebook. Code by the current one${params['version'] === undefined ? '' : `, version ${year(params['version'], '')}`}.`,
  round_already_submitted: ({ params }) =>
    `This coder has given another answer in round ${year(params['round'], '1')}, and it stands. A second thought is a round of its own: send this as the next one.`,
  round_taken_back: ({ params }) =>
    `This coder has taken back their answer in round ${year(params['round'], '1')}, and it does not come to life again. Send this as the next round.`,
  other_coder: ({ seen, params }) =>
    params['coder'] === undefined
      ? `${quoted(seen)} had stopped coding in this browser, so nothing was saved. Start again, and give the answer once more.`
      : `${quoted(seen)} opened that page, and “${params['coder']}” codes in this browser by now: nothing was saved. If you are ${quoted(seen)}, stop coding and start again under that name.`,
  already_exists: ({ seen, params }) =>
    params['what'] === 'decision'
      ? 'This is decided already, in another way or by somebody else. Reopen that decision first, then decide anew.'
      : `${quoted(seen)} already exists. Choose another name, or open the one that is there.`,
  changed_meanwhile: () =>
    'Somebody else changed this after you opened it, so nothing was saved. Open it again to see what is there now.',
  code_in_use: ({ seen, params }) =>
    `${quoted(seen)} is used by ${number(params['count'], 'some')} codings, so it cannot be removed. Supersede it by another code instead.`,
  removal_while_coding: ({ seen }) =>
    `While you code, ${quoted(seen)} cannot be removed: whether others have used it is kept from you. Stop coding first, or supersede it by another code.`,
  coder_inactive: ({ seen }) =>
    `The coder ${quoted(seen)} is deactivated. Choose an active coder, or reactivate this one on the reliability page.`,
  not_allowed: ({ seen, params }) => {
    switch (params['why']) {
      case 'no_majority':
        return `${number(params['agreeing'], '')} of ${number(params['coders'], '')} coders said so, which is no majority. Choose how the code was found otherwise.`;
      case 'fixed_codes':
        return `${quoted(seen)} cannot come or go: the charts rest on exactly these codes of the variable: ${params['allowed'] ?? ''}. Add a variable of your own for finer ones.`;
      case 'nothing_drawn':
        return 'No statement fits this rule now, so there is nothing to draw. Choose another rule, or ask other variables.';
      case 'nothing_coded':
        return 'Nobody has coded this yet, so there is nothing to decide. Code it first.';
      case 'not_own':
        return 'Somebody else gave this coding, and only they can take it back. Give your own beside it, or decide between the two.';
      default:
        return 'This is not allowed here. Go back and reload the page.';
    }
  },
  invalid: ({ seen }) => `${quoted(seen)} cannot be read. Check it and try again.`,
} satisfies ProblemSentences;
