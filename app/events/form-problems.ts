import 'server-only';

import type { FieldProblem } from '#lib/core/problem';
import type { Dictionary } from '#lib/i18n/dictionary';
import { problemSentence } from '#lib/i18n/problem-sentence';

/** The sentence of each field that has to be mended. */
export function sentencesOf(dictionary: Dictionary, problems: readonly FieldProblem[]): ReadonlyMap<string, string> {
  return new Map(problems.map((problem) => [problem.field, problemSentence(dictionary, problem)]));
}

/** What a field of an event's, camp's, target's or source's form is called in the summary of errors. */
export function settingsLabel(field: string, dictionary: Dictionary): string {
  const { settings, edit } = dictionary;
  const camp = /^camp_(\d+)_(.+)$/.exec(field);
  if (camp !== null) return `${settings.camp.row(camp[1] ?? '')}: ${settingsLabel(camp[2] ?? '', dictionary)}`;
  const labels: Readonly<Record<string, string>> = {
    title_en: settings.event.name,
    title_ar: settings.event.name,
    held_on: settings.event.heldOn,
    slug: settings.event.slug,
    description_en: settings.event.description,
    description_ar: settings.event.description,
    proposition_en: settings.target.proposition,
    proposition_ar: settings.target.proposition,
    target_slug: settings.target.slug,
    label_en: settings.camp.label,
    label_ar: settings.camp.label,
    definition_en: settings.camp.definition,
    definition_ar: settings.camp.definition,
    outlet: settings.source.outlet,
    title: settings.source.titleField,
    url: settings.source.url,
    language: settings.source.language,
    published_on: settings.source.publishedOn,
    archive_url: settings.source.archiveUrl,
    note: settings.source.note,
    by: edit.by,
    reason: edit.reason,
  };
  return labels[field] ?? field;
}
