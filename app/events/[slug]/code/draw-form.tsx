import { SAMPLE_RULES } from '#lib/db/coding-samples';
import { problemSentence } from '#lib/i18n/problem-sentence';
import { Button } from '../../../_components/button';
import { RadioField, TextField } from '../../../_components/field';
import { FacetList } from '../../../_components/filters';
import type { QueueFormProps } from './start-form';

/** Draws a new queue by rule. */
export function DrawForm({ queues, base, dictionary, locale, name, draft }: QueueFormProps) {
  const { coding: words } = dictionary;
  const errorOf = (field: string): string | undefined => {
    const problem = draft?.problems.find((each) => each.field === field);
    return problem === undefined ? undefined : problemSentence(dictionary, problem);
  };
  const chosen = draft?.values['variables']?.split(' ') ?? queues.event.codebook.variables.map(({ key }) => key);
  return (
    <div className="stack stack-s">
      <p className="hint">{words.draw.lead}</p>
      <details className="disclosure" id="draw" open={draft !== null}>
        <summary>{words.draw.heading}</summary>
        <form className="form narrow" method="post" action={`${base}/code/sample`}>
          <RadioField
            name="rule"
            label={words.draw.rule}
            choices={SAMPLE_RULES.filter((rule) => rule !== 'all').map((rule) => ({
              value: rule,
              label: words.queue.rules[rule],
              hint: words.draw.hints[rule],
            }))}
            defaultValue={draft?.values['rule'] ?? 'random'}
            error={errorOf('rule')}
          />
          <div className="form-row">
            <TextField
              name="share"
              label={words.draw.share}
              hint={words.draw.shareHint}
              error={errorOf('share')}
              defaultValue={draft?.values['share'] ?? '25'}
              inputMode="decimal"
              dir="ltr"
            />
            <TextField
              name="seed"
              label={words.draw.seed}
              note={dictionary.common.form.optional}
              hint={words.draw.seedHint}
              error={errorOf('seed')}
              defaultValue={draft?.values['seed'] ?? ''}
              inputMode="numeric"
              dir="ltr"
            />
          </div>
          <FacetList
            legend={words.draw.variables}
            name="variables"
            values={queues.event.codebook.variables.map(({ key, label }) => ({
              value: key,
              label: label[locale],
              count: null,
              isChosen: chosen.includes(key),
            }))}
          />
          <TextField
            name="draw_coder"
            label={words.draw.by}
            error={errorOf('draw_coder')}
            defaultValue={draft?.values['draw_coder'] ?? name ?? ''}
            autoComplete="nickname"
            maxLength={100}
            required
          />
          <div className="form-actions">
            <Button>{words.draw.submit}</Button>
          </div>
        </form>
      </details>
    </div>
  );
}
