import { ATTRIBUTIONS, SPEAKER_RISKS, TRANSLATORS } from '#lib/core/stance';
import { SPEAKER_KINDS, STATEMENT_LIMITS, type StatementField } from '#lib/core/statement/statement-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import type { FoundEditable } from '#lib/usecases/get-editable-statement';
import { type Choice, SelectField, TextAreaField, TextField } from '../../../_components/field';
import { fieldLabels } from '../../../events/[slug]/add/statement-fields';

interface EditFieldsProps {
  readonly event: FoundEditable['event'];
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly hasHiddenName: boolean;
}

function choices<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>): readonly Choice[] {
  return codes.map((value) => ({ value, label: labels[value] }));
}

/** Every field of a statement that can be corrected, with what is there now. */
export function EditFields({ event, dictionary, locale, values, errors, hasHiddenName }: EditFieldsProps) {
  const { add, common, edit } = dictionary;
  const labels = fieldLabels(dictionary);
  const base = (name: StatementField) => ({
    name,
    label: labels[name],
    error: errors.get(name),
    defaultValue: values[name] ?? '',
  });
  const latin = { dir: 'ltr', autoCapitalize: 'none', spellCheck: false } as const;
  const camps = event.camps.filter((camp) => !camp.retired);
  return (
    <>
      <fieldset className="form-group">
        <legend>{edit.groups.words}</legend>
        <TextAreaField {...base('translation')} hint={edit.translationHint} maxLength={STATEMENT_LIMITS.translation} />
        <div className="form-row">
          <TextField {...base('translation_language')} {...latin} maxLength={STATEMENT_LIMITS.languageTag} />
          <SelectField
            {...base('translated_by')}
            choices={choices(TRANSLATORS, common.translator)}
            defaultValue={values['translated_by'] === '' ? 'unknown' : values['translated_by']}
          />
        </div>
        <div className="form-row">
          <SelectField {...base('attribution')} choices={choices(ATTRIBUTIONS, common.attribution)} />
          <TextField {...base('language')} {...latin} maxLength={STATEMENT_LIMITS.languageTag} />
        </div>
      </fieldset>

      <fieldset className="form-group">
        <legend>{edit.groups.speaker}</legend>
        {hasHiddenName ? <input type="hidden" name="speaker_hidden" value="yes" /> : null}
        <div className="form-row">
          <TextField
            {...base('speaker')}
            {...(hasHiddenName ? { hint: edit.hiddenName } : {})}
            maxLength={STATEMENT_LIMITS.speakerName}
            autoComplete="off"
          />
          <TextField {...base('speaker_pseudonym')} hint={add.pseudonymHint} maxLength={STATEMENT_LIMITS.speakerName} />
        </div>
        <div className="form-row">
          <SelectField
            {...base('speaker_kind')}
            choices={choices(SPEAKER_KINDS, add.speakerKinds)}
            defaultValue={values['speaker_kind'] === '' ? 'unknown' : values['speaker_kind']}
          />
          <SelectField
            {...base('speaker_risk')}
            hint={edit.hiddenNameProtect}
            choices={choices(SPEAKER_RISKS, common.risk)}
            emptyChoice={common.form.choose}
          />
        </div>
      </fieldset>

      <fieldset className="form-group">
        <legend>{edit.groups.source}</legend>
        <div className="form-row">
          <TextField {...base('source_outlet')} maxLength={STATEMENT_LIMITS.outlet} />
          <TextField {...base('source_title')} maxLength={STATEMENT_LIMITS.title} />
        </div>
        <TextField {...base('source_url')} {...latin} inputMode="url" maxLength={STATEMENT_LIMITS.url} />
        <div className="form-row">
          <TextField {...base('locator')} hint={add.placeHint} maxLength={STATEMENT_LIMITS.locator} />
          <TextField {...base('said_on')} hint={add.dateHint} dir="ltr" maxLength={40} />
        </div>
        <div className="form-row">
          <TextField {...base('source_published')} hint={add.dateHint} dir="ltr" maxLength={40} />
          <TextField {...base('source_archive_url')} hint={add.sourceUrlHint} {...latin} maxLength={STATEMENT_LIMITS.url} />
        </div>
      </fieldset>

      <fieldset className="form-group">
        <legend>{edit.groups.coding}</legend>
        <SelectField
          name="camp"
          label={add.camp}
          error={errors.get('camp')}
          hint={edit.campHint}
          emptyChoice={edit.campKeep}
          choices={camps.map((camp) => ({ value: camp.slug, label: camp.label[locale] }))}
          defaultValue={values['camp'] ?? ''}
        />
      </fieldset>
    </>
  );
}
