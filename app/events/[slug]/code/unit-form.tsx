import type { ReactNode } from 'react';
import { CODING_LIMITS } from '#lib/core/codings/coding-input';
import { exactKey } from '#lib/core/duplicates/exact-key';
import type { FieldProblem } from '#lib/core/problem';
import type { CodeRecord, EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatNumber } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { FoundDraft } from '#lib/usecases/find-draft';
import type { CodingUnit } from '#lib/usecases/get-coding-queue';
import { Button, LinkButton } from '../../../_components/button';
import { RadioField, TextAreaField } from '../../../_components/field';
import { Quote } from '../../../_components/quote';
import { StatementByline } from '../../../_components/statement-byline';
import { codeLabel } from '../../../code-words';
import { CodeDefinitions } from './code-definitions';

interface UnitFormProps {
  readonly unit: CodingUnit;
  /** Name of whom the page is for: what is pressed on it is theirs or nobody's. */
  readonly coder: string;
  readonly event: EventRecord;
  readonly base: string;
  readonly draft: FoundDraft | null;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  /** What stands below the form: taking back, and the keys. */
  readonly children: ReactNode;
}

/** Number keys reach so many codes. */
export const NUMBER_KEYS = 9;

/** What is wrong with an answer. The form that says so is the one for a second thought. */
export function unitProblemSentence(dictionary: Dictionary, problem: FieldProblem): string {
  const { answeredBefore, takenBack } = dictionary.coding.problems;
  if (problem.code === 'round_already_submitted') return answeredBefore;
  return problem.code === 'round_taken_back' ? takenBack : problemSentence(dictionary, problem);
}

/** One statement and one question about it. */
export function UnitForm({ unit, coder, event, base, draft, dictionary, locale, children }: UnitFormProps) {
  const { coding: words, common } = dictionary;
  const { statement, variable, previous } = unit;
  const codes = variable.codes.filter(({ supersededBy }) => supersededBy === null);
  // An example that is this very statement would answer the question.
  const own = new Set([statement.text, statement.translation?.text ?? statement.text].map(exactKey));
  const isOther = (example: string): boolean => !own.has(exactKey(example));
  const withoutThis = (code: CodeRecord): CodeRecord => ({
    ...code,
    examples: code.examples.filter(isOther),
    counterExamples: code.counterExamples.filter(isOther),
  });
  const typed = draft?.values ?? {};
  const errorOf = (field: string): string | undefined => {
    const problem = draft?.problems.find((each) => each.field === field);
    return problem === undefined ? undefined : unitProblemSentence(dictionary, problem);
  };
  const proposition = event.targets.find(({ id }) => id === variable.targetId)?.proposition[locale];
  return (
    <div className="coding">
      <section className="stack" aria-label={words.unit.statement}>
        <Quote
          text={statement.text}
          language={statement.language}
          attribution={statement.attribution}
          citeUrl={statement.source?.url ?? null}
          look="hero"
        />
        {statement.translation === null ? null : (
          <Quote
            text={statement.translation.text}
            language={statement.translation.language}
            look="secondary"
            byline={common.translator[statement.translation.by]}
          />
        )}
        <StatementByline
          speaker={{ name: statement.speaker }}
          source={statement.source}
          locator={statement.locator}
          saidOn={statement.saidOn}
          words={common}
          locale={locale}
        >
          <span>{common.attribution[statement.attribution]}</span>
        </StatementByline>
        {statement.slogan === null ? null : (
          <p className="hint">
            {words.unit.slogan}: <bdi>{statement.slogan.canonical}</bdi>
          </p>
        )}
        {statement.before.length + statement.after.length === 0 ? null : (
          <details className="disclosure">
            <summary>{words.unit.context}</summary>
            <ol className="neighbours">
              {[...statement.before, null, ...statement.after].map((neighbour) =>
                neighbour === null ? (
                  <li key="this" aria-current="true">
                    <bdi lang={statement.language}>{statement.text}</bdi>
                  </li>
                ) : (
                  <li key={neighbour.text} lang={neighbour.language}>
                    <bdi>{neighbour.text}</bdi>
                  </li>
                ),
              )}
            </ol>
          </details>
        )}
      </section>

      <div className="stack">
        <form className="form coding-form" method="post" action={`${base}/code/submit`} id="coding-form">
          <input type="hidden" name="as" value={coder} />
          <input type="hidden" name="statement" value={statement.id} />
          <input type="hidden" name="variable" value={variable.key} />
          <input type="hidden" name="codebook_version" value={unit.codebookVersion} />
          <input type="hidden" name="round" value={unit.round} />
          {previous === null ? null : (
            <p className="hint">
              {previous.withdrawn
                ? words.unit.withdrawn(codeLabel(variable, previous.code, locale))
                : words.unit.previous(codeLabel(variable, previous.code, locale))}
            </p>
          )}
          <RadioField
            name="code"
            label={
              <>
                <span className="kicker">{variable.label[locale]}</span>
                <span className="coding-question">{variable.question[locale]}</span>
                {proposition === undefined || variable.question[locale].includes(proposition.slice(0, 20)) ? null : (
                  <span className="hint">{proposition}</span>
                )}
              </>
            }
            choices={codes.map((code) => ({ value: code.key, label: code.label[locale] }))}
            defaultValue={typed['code']}
            error={errorOf('code') ?? errorOf('round') ?? errorOf('codebook_version')}
            renderLabel={({ value, label }) => {
              const place = codes.findIndex(({ key }) => key === value);
              return (
                <span className="coding-choice">
                  {place < NUMBER_KEYS ? (
                    <span className="key-cap" aria-hidden="true">
                      {formatNumber(locale, place + 1)}
                    </span>
                  ) : null}
                  {label}
                </span>
              );
            }}
          />
          <RadioField
            name="confidence"
            label={words.unit.confidence}
            note={common.form.optional}
            choices={[
              { value: '1', label: words.unit.confidenceChoices.one },
              { value: '2', label: words.unit.confidenceChoices.two },
              { value: '3', label: words.unit.confidenceChoices.three },
            ]}
            defaultValue={typed['confidence']}
            error={errorOf('confidence')}
            isInline
          />
          <TextAreaField
            name="rationale"
            label={words.unit.rationale}
            note={common.form.optional}
            hint={words.unit.rationaleHint}
            defaultValue={typed['rationale'] ?? ''}
            error={errorOf('rationale')}
            maxLength={CODING_LIMITS.rationale}
            rows={2}
          />
          <div className="form-actions">
            <Button look="primary">{words.unit.submit}</Button>
            <LinkButton href={`${base}/code?after=${encodeURIComponent(statement.id)}`} look="quiet">
              {words.unit.later}
            </LinkButton>
          </div>
        </form>
        {children}
      </div>

      <div className="coding-definitions">
        <CodeDefinitions codes={codes.map(withoutThis)} dictionary={dictionary} locale={locale} />
      </div>
    </div>
  );
}
