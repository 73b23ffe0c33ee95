import { EVENT_LIMITS } from '#lib/core/events/event-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import { TextAreaField, TextField } from '../../_components/field';

interface EventFieldsProps {
  readonly words: Dictionary['settings'];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly hasSlug: boolean;
}

/** What an event is called, when it took place, and what it was. */
export function EventFields({ words, values, errors, hasSlug }: EventFieldsProps) {
  const { event } = words;
  const base = (name: string, label: string) => ({
    name,
    label,
    error: errors.get(name),
    defaultValue: values[name] ?? '',
  });
  return (
    <>
      <p className="hint">{words.oneIsEnough}</p>
      <div className="form-row">
        <TextField {...base('title_en', `${event.name} ${words.words.en}`)} maxLength={EVENT_LIMITS.title} />
        <TextField {...base('title_ar', `${event.name} ${words.words.ar}`)} maxLength={EVENT_LIMITS.title} />
      </div>
      <div className="form-row">
        <TextField {...base('held_on', event.heldOn)} hint={event.heldOnHint} dir="ltr" maxLength={40} aria-required />
        {hasSlug ? (
          <TextField
            {...base('slug', event.slug)}
            hint={event.slugHint}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={EVENT_LIMITS.slug}
          />
        ) : null}
      </div>
      <p className="hint">{event.descriptionHint}</p>
      <div className="form-row">
        <TextAreaField
          {...base('description_en', `${event.description} ${words.words.en}`)}
          maxLength={EVENT_LIMITS.description}
        />
        <TextAreaField
          {...base('description_ar', `${event.description} ${words.words.ar}`)}
          maxLength={EVENT_LIMITS.description}
        />
      </div>
    </>
  );
}

/** The proposition that stances are towards. */
export function TargetFields({ words, values, errors }: Omit<EventFieldsProps, 'hasSlug'>) {
  const { target } = words;
  const base = (name: string, label: string) => ({
    name,
    label,
    error: errors.get(name),
    defaultValue: values[name] ?? '',
  });
  return (
    <>
      <p className="hint">{target.propositionHint}</p>
      <div className="form-row">
        <TextField {...base('proposition_en', `${target.proposition} ${words.words.en}`)} maxLength={EVENT_LIMITS.proposition} />
        <TextField {...base('proposition_ar', `${target.proposition} ${words.words.ar}`)} maxLength={EVENT_LIMITS.proposition} />
      </div>
      <div className="form-row">
        <TextField
          {...base('target_slug', target.slug)}
          hint={target.slugHint}
          dir="ltr"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={EVENT_LIMITS.slug}
        />
      </div>
    </>
  );
}
