import { add } from '#lib/i18n/en/add';
import { adjudicate } from '#lib/i18n/en/adjudicate';
import { codebook } from '#lib/i18n/en/codebook';
import { coding } from '#lib/i18n/en/coding';
import { common } from '#lib/i18n/en/common';
import { compare } from '#lib/i18n/en/compare';
import { duplicates } from '#lib/i18n/en/duplicates';
import { edit } from '#lib/i18n/en/edit';
import { events } from '#lib/i18n/en/events';
import { exporting } from '#lib/i18n/en/export';
import { importing } from '#lib/i18n/en/import';
import { methods } from '#lib/i18n/en/methods';
import { problems } from '#lib/i18n/en/problems';
import { reliability } from '#lib/i18n/en/reliability';
import { report } from '#lib/i18n/en/report';
import { rescoring } from '#lib/i18n/en/rescoring';
import { settings } from '#lib/i18n/en/settings';
import { slogans } from '#lib/i18n/en/slogans';
import { statement } from '#lib/i18n/en/statement';
import { statements } from '#lib/i18n/en/statements';
import { thread } from '#lib/i18n/en/thread';
import { views } from '#lib/i18n/en/views';

/** The interface in English: one namespace a page. Its shape is what every other language fills. */
export const en = {
  common,
  compare,
  statements,
  statement,
  add,
  edit,
  duplicates,
  views,
  thread,
  import: importing,
  slogans,
  coding,
  adjudicate,
  reliability,
  rescoring,
  codebook,
  methods,
  export: exporting,
  report,
  settings,
  events,
  problems,
};
