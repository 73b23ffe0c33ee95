import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

/** What every field shares: its name, its label, and what is wrong with it. */
interface FieldBase {
  /** Form name; the field's id is the same, so that a summary of errors can link to it. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The sentence that says what is wrong and what to do. */
  readonly error?: string | undefined;
  /** Beside the label, such as "optional". */
  readonly note?: string;
}

/** Id of the element in which a field's error stands. */
function errorId(name: string): string {
  return `${name}-error`;
}

function hintId(name: string): string {
  return `${name}-hint`;
}

/** Attributes that tie an input to its hint and its error. */
function describedBy({ name, hint, error }: FieldBase): { 'aria-describedby'?: string; 'aria-invalid'?: true } {
  const ids = [hint === undefined ? null : hintId(name), error === undefined ? null : errorId(name)].filter((id) => id !== null);
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  };
}

function FieldNotes({ name, hint, error }: Pick<FieldBase, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={hintId(name)}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="field-error" id={errorId(name)}>
          {error}
        </p>
      )}
    </>
  );
}

function FieldLabel({ name, label, note }: Pick<FieldBase, 'name' | 'label' | 'note'>) {
  return (
    <label htmlFor={name}>
      {label} {note === undefined ? null : <span className="field-note">({note})</span>}
    </label>
  );
}

type TextFieldProps = FieldBase & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

/** One line of text. Its direction follows what is typed, unless the value is always Latin (`dir="ltr"`). */
export function TextField({ name, label, hint, error, note, dir = 'auto', type = 'text', ...rest }: TextFieldProps) {
  return (
    <div className="field">
      <FieldLabel name={name} label={label} {...(note === undefined ? {} : { note })} />
      <FieldNotes name={name} hint={hint} error={error} />
      <input
        {...rest}
        {...describedBy({ name, label, hint, error })}
        id={name}
        name={name}
        type={type}
        dir={dir}
        className="input"
      />
    </div>
  );
}

type TextAreaFieldProps = FieldBase & { readonly isQuote?: boolean } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'name' | 'id'
  >;

/** Several lines of text; as large as a quote where it is one. */
export function TextAreaField({ name, label, hint, error, note, isQuote = false, dir = 'auto', ...rest }: TextAreaFieldProps) {
  return (
    <div className="field">
      <FieldLabel name={name} label={label} {...(note === undefined ? {} : { note })} />
      <FieldNotes name={name} hint={hint} error={error} />
      <textarea
        {...rest}
        {...describedBy({ name, label, hint, error })}
        id={name}
        name={name}
        dir={dir}
        className={isQuote ? 'input quote-input' : 'input'}
      />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** BCP 47 tag of the label, where it is not the page's. */
  readonly language?: string;
}

type SelectFieldProps = FieldBase & {
  readonly choices: readonly Choice[];
  /** First entry with an empty value, such as "Choose …". */
  readonly emptyChoice?: string;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'>;

/** One of many choices. */
export function SelectField({ name, label, hint, error, note, choices, emptyChoice, ...rest }: SelectFieldProps) {
  return (
    <div className="field">
      <FieldLabel name={name} label={label} {...(note === undefined ? {} : { note })} />
      <FieldNotes name={name} hint={hint} error={error} />
      <select {...rest} {...describedBy({ name, label, hint, error })} id={name} name={name} className="input">
        {emptyChoice === undefined ? null : <option value="">{emptyChoice}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.language}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type RadioFieldProps = FieldBase & {
  readonly choices: readonly Choice[];
  readonly defaultValue?: string | undefined;
  readonly required?: boolean;
  /** Choices side by side where there is room. */
  readonly isInline?: boolean;
  readonly renderLabel?: (choice: Choice) => ReactNode;
};

/** One of few choices, all of them in view. The id of the group is its first choice, which is where a link to the error leads. */
export function RadioField({
  name,
  label,
  hint,
  error,
  note,
  choices,
  defaultValue,
  required,
  isInline = false,
  renderLabel,
}: RadioFieldProps) {
  return (
    <fieldset className="radio-group" {...describedBy({ name, label, hint, error })}>
      <legend>
        {label} {note === undefined ? null : <span className="field-note">({note})</span>}
      </legend>
      <FieldNotes name={name} hint={hint} error={error} />
      <div className={isInline ? 'radio-options inline' : 'radio-options'}>
        {choices.map((choice, position) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              id={position === 0 ? name : `${name}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
            />
            <span lang={choice.language}>{renderLabel === undefined ? choice.label : renderLabel(choice)}</span>
            {choice.hint === undefined ? null : <bdi className="choice-hint">{choice.hint}</bdi>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
