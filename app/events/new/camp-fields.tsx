import { EVENT_LIMITS } from '#lib/core/events/event-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import { SelectField, TextAreaField, TextField } from '../../_components/field';

interface CampFieldsProps {
  /** What the names of the fields begin with. */
  readonly prefix: string;
  readonly words: Dictionary['settings'];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly hasSlug: boolean;
}

/** The fields of one camp, in both languages. */
export function CampFields({ prefix, words, values, errors, hasSlug }: CampFieldsProps) {
  const { camp } = words;
  const base = (name: string, label: string) => ({
    name: `${prefix}${name}`,
    label,
    error: errors.get(`${prefix}${name}`),
    defaultValue: values[`${prefix}${name}`] ?? '',
  });
  return (
    <>
      <div className="form-row">
        <TextField {...base('label_en', `${camp.label} ${words.words.en}`)} maxLength={EVENT_LIMITS.campLabel} />
        <TextField {...base('label_ar', `${camp.label} ${words.words.ar}`)} maxLength={EVENT_LIMITS.campLabel} />
      </div>
      <div className="form-row">
        <TextAreaField {...base('definition_en', `${camp.definition} ${words.words.en}`)} maxLength={EVENT_LIMITS.definition} />
        <TextAreaField {...base('definition_ar', `${camp.definition} ${words.words.ar}`)} maxLength={EVENT_LIMITS.definition} />
      </div>
      <div className="form-row">
        {hasSlug ? (
          <TextField
            {...base('slug', camp.slug)}
            hint={words.target.slugHint}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={EVENT_LIMITS.slug}
          />
        ) : null}
        <SelectField
          {...base('role', camp.role)}
          choices={[
            { value: 'compared', label: camp.roles.compared },
            { value: 'context', label: camp.roles.context },
          ]}
        />
        <SelectField
          {...base('self_named', camp.selfNamed)}
          choices={[
            { value: 'no', label: camp.no },
            { value: 'yes', label: camp.yes },
          ]}
        />
      </div>
    </>
  );
}
