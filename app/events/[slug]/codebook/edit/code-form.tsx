import { CODEBOOK_LIMITS, type CodebookVariable } from '#lib/core/codebook/codebook';
import type { CodeFormValues } from '#lib/core/codebook/edit-code';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import { Button, LinkButton } from '../../../../_components/button';
import { SelectField, TextAreaField, TextField } from '../../../../_components/field';

interface CodeFormProps {
  readonly variable: CodebookVariable;
  readonly values: CodeFormValues & { readonly note?: string };
  /** Empty for a new code. */
  readonly codeKey: string;
  readonly basedOn: number;
  readonly base: string;
  readonly name: string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** One code in both languages. */
export function CodeForm({ variable, values, codeKey, basedOn, base, name, dictionary, locale }: CodeFormProps) {
  const { codebook: words, common } = dictionary;
  const { edit } = words;
  const optional = common.form.optional;
  const texts = [
    ['definition', edit.definitionEn, edit.definitionAr],
    ['use_when', edit.useWhenEn, edit.useWhenAr],
    ['avoid_when', edit.avoidWhenEn, edit.avoidWhenAr],
  ] as const;
  return (
    <section className="section" aria-labelledby="code-form">
      <h2 id="code-form">
        {variable.label[locale]}: {variable.codes.find(({ key }) => key === codeKey)?.label[locale] ?? edit.newCode}
      </h2>
      <form className="form" method="post" action={`${base}/preview`} encType="multipart/form-data">
        <input type="hidden" name="based_on" value={basedOn} />
        <input type="hidden" name="variable" value={variable.key} />
        <input type="hidden" name="code" value={codeKey} />
        {codeKey === '' ? (
          <TextField
            name="key"
            label={words.key}
            hint={edit.keyHint}
            defaultValue={values.key ?? ''}
            maxLength={CODEBOOK_LIMITS.key}
            dir="ltr"
            required
          />
        ) : (
          <input type="hidden" name="key" value={codeKey} />
        )}
        <div className="form-row">
          <TextField
            name="label_en"
            label={edit.labelEn}
            defaultValue={values.label_en ?? ''}
            maxLength={CODEBOOK_LIMITS.label}
            lang="en"
            dir="ltr"
            required
          />
          <TextField
            name="label_ar"
            label={edit.labelAr}
            defaultValue={values.label_ar ?? ''}
            maxLength={CODEBOOK_LIMITS.label}
            lang="ar"
            dir="rtl"
            required
          />
        </div>
        {texts.map(([field, english, arabic]) => (
          <div className="form-row" key={field}>
            <TextAreaField
              name={`${field}_en`}
              label={english}
              {...(field === 'definition' ? {} : { note: optional })}
              defaultValue={values[`${field}_en`] ?? ''}
              maxLength={CODEBOOK_LIMITS.text}
              lang="en"
              dir="ltr"
            />
            <TextAreaField
              name={`${field}_ar`}
              label={arabic}
              note={optional}
              defaultValue={values[`${field}_ar`] ?? ''}
              maxLength={CODEBOOK_LIMITS.text}
              lang="ar"
              dir="rtl"
            />
          </div>
        ))}
        <div className="form-row">
          <TextAreaField
            name="examples"
            label={words.examples}
            note={optional}
            hint={edit.examplesHint}
            defaultValue={values.examples ?? ''}
          />
          <TextAreaField
            name="counter_examples"
            label={words.counterExamples}
            note={optional}
            hint={edit.examplesHint}
            defaultValue={values.counter_examples ?? ''}
          />
        </div>
        <div className="form-row">
          {variable.level === 'nominal' ? (
            <input type="hidden" name="value" value={values.value ?? ''} />
          ) : (
            <TextField name="value" label={words.value} defaultValue={values.value ?? ''} inputMode="decimal" dir="ltr" />
          )}
          <SelectField
            name="superseded_by"
            label={edit.supersede}
            hint={edit.supersedeHint}
            note={optional}
            emptyChoice={edit.notSuperseded}
            choices={variable.codes
              .filter(({ key, supersededBy }) => key !== codeKey && supersededBy === null)
              .map((code) => ({ value: code.key, label: code.label[locale] }))}
            defaultValue={values.superseded_by ?? ''}
          />
        </div>
        <TextAreaField
          name="note"
          label={edit.note}
          note={optional}
          hint={edit.noteHint}
          defaultValue={values.note ?? ''}
          maxLength={CODEBOOK_LIMITS.text}
          rows={2}
        />
        <TextField name="by" label={edit.by} defaultValue={name} autoComplete="nickname" maxLength={100} required />
        <div className="form-actions">
          <Button look="primary">{edit.preview}</Button>
          <LinkButton href={`${base}/edit`} look="quiet">
            {common.actions.cancel}
          </LinkButton>
        </div>
      </form>
    </section>
  );
}
