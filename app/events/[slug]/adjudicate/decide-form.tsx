import { ADJUDICATION_BASES } from '#lib/core/codebook/methods-paragraph';
import { CODING_LIMITS, DISAGREEMENT_CAUSES } from '#lib/core/codings/coding-input';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { FoundDraft } from '#lib/usecases/find-draft';
import type { ShownDispute } from '#lib/usecases/get-disputes';
import { Button, LinkButton } from '../../../_components/button';
import { ErrorSummary } from '../../../_components/error-summary';
import { RadioField, SelectField, TextAreaField, TextField } from '../../../_components/field';

interface DecideFormProps {
  readonly dispute: ShownDispute;
  readonly codebookVersion: number;
  readonly base: string;
  /** The variable whose list the reader came from. */
  readonly back: string | null;
  readonly name: string | null;
  readonly draft: FoundDraft | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
}

/** The final code of one unit, on what it rests and why coders differed. */
export function DecideForm({ dispute, codebookVersion, base, back, name, draft, dictionary, locale }: DecideFormProps) {
  const { adjudicate: words, common } = dictionary;
  const { form } = words;
  const problems = draft?.problems ?? [];
  const typed = draft?.values ?? {};
  const errorOf = (field: string): string | undefined => {
    const problem = problems.find((each) => each.field === field);
    return problem === undefined ? undefined : problemSentence(dictionary, problem);
  };
  const labels: Readonly<Record<string, string>> = {
    code: form.code,
    basis: form.basis,
    cause: form.cause,
    note: form.note,
    coder: form.by,
  };
  return (
    <section className="section" aria-labelledby="decide">
      <h2 id="decide">{form.heading}</h2>
      <form className="form narrow" method="post" action={`${base}/adjudicate/submit`}>
        {problems.length === 0 ? null : (
          <ErrorSummary
            title={words.notSaved}
            errors={problems.map((problem) => ({
              field: problem.field,
              label: labels[problem.field] ?? problem.field,
              sentence: problemSentence(dictionary, problem),
            }))}
          />
        )}
        <input type="hidden" name="statement" value={dispute.statementId} />
        <input type="hidden" name="variable" value={dispute.variableKey} />
        <input type="hidden" name="codebook_version" value={codebookVersion} />
        {back === null ? null : <input type="hidden" name="back" value={back} />}
        <RadioField
          name="code"
          label={form.code}
          hint={dispute.variable.question[locale]}
          choices={dispute.variable.codes
            .filter(({ supersededBy }) => supersededBy === null)
            .map((code) => ({ value: code.key, label: code.label[locale], hint: code.definition[locale] }))}
          defaultValue={typed['code']}
          error={errorOf('code')}
        />
        <RadioField
          name="basis"
          label={form.basis}
          choices={ADJUDICATION_BASES.map((basis) => ({ value: basis, label: form.bases[basis] }))}
          defaultValue={typed['basis']}
          error={errorOf('basis')}
          isInline
        />
        <SelectField
          name="cause"
          label={form.cause}
          note={common.form.optional}
          choices={DISAGREEMENT_CAUSES.map((cause) => ({ value: cause, label: form.causes[cause] }))}
          emptyChoice={common.form.choose}
          defaultValue={typed['cause'] ?? ''}
          error={errorOf('cause')}
        />
        <TextAreaField
          name="note"
          label={form.note}
          note={common.form.optional}
          hint={form.noteHint}
          defaultValue={typed['note'] ?? ''}
          error={errorOf('note')}
          maxLength={CODING_LIMITS.note}
          rows={2}
        />
        <TextField
          name="coder"
          label={form.by}
          defaultValue={typed['coder'] ?? name ?? ''}
          error={errorOf('coder')}
          autoComplete="nickname"
          maxLength={CODING_LIMITS.coder}
          required
        />
        <div className="form-actions">
          <Button look="primary">{form.submit}</Button>
          <LinkButton href={`${base}/adjudicate${back === null ? '' : `?variable=${encodeURIComponent(back)}`}`} look="quiet">
            {form.cancel}
          </LinkButton>
        </div>
      </form>
    </section>
  );
}
