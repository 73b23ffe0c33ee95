import { isolate } from '#lib/core/text/isolate';
import type { CodingSample } from '#lib/db/coding-samples';
import type { EventRecord } from '#lib/db/events';
import type { Dictionary } from '#lib/i18n/dictionary';
import { formatDate, formatList } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { problemSentence } from '#lib/i18n/problem-sentence';
import type { FoundDraft } from '#lib/usecases/find-draft';
import type { CodingQueues } from '#lib/usecases/list-coding-queues';
import { Button } from '../../../_components/button';
import { RadioField, TextField } from '../../../_components/field';
import { IsolatedText } from '../../../_components/isolated-text';

export interface QueueFormProps {
  readonly queues: CodingQueues;
  readonly base: string;
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  /** The name given last in this browser. */
  readonly name: string | null;
  /** What was typed and not accepted. */
  readonly draft: FoundDraft | null;
}

/** How a sample was drawn, in words. */
function sampleLabel(sample: CodingSample, words: Dictionary['coding']): string {
  return sample.rule === 'random' && sample.share !== null && sample.seed !== null
    ? words.queue.random(sample.share, sample.seed)
    : words.queue.rules[sample.rule];
}

function variableNames(keys: readonly string[], event: EventRecord, locale: Locale): string {
  const labels = keys.map((key) => event.codebook.variables.find((variable) => variable.key === key)?.label[locale] ?? key);
  return formatList(locale, labels);
}

/** Who codes what. */
export function StartForm({
  queues,
  base,
  dictionary,
  locale,
  name,
  draft,
  chosen,
}: QueueFormProps & { readonly chosen: string | null }) {
  const { coding: words } = dictionary;
  const { event, samples, coders, statements } = queues;
  const wrong = draft?.problems.find(({ field }) => field === 'coder');
  const asks = (keys: readonly string[]): string => words.queue.variables(variableNames(keys, event, locale));
  const choices = [
    {
      value: 'all',
      label: words.queue.all,
      hint: `${words.queue.allHint(statements)}. ${asks(event.codebook.variables.map(({ key }) => key))}`,
    },
    ...samples.map((sample) => ({
      value: sample.id,
      label: sampleLabel(sample, words),
      hint: `${words.queue.drawn(sample.statements, sample.createdBy, formatDate(locale, sample.createdAt.slice(0, 10)))}. ${asks(sample.variableKeys)}`,
    })),
  ];
  return (
    <form className="form narrow" method="post" action={`${base}/code/start`}>
      <TextField
        name="coder"
        label={words.who.name}
        hint={
          <IsolatedText
            text={`${words.who.hint}${
              coders.length === 0
                ? ''
                : ` ${words.who.known(
                    formatList(
                      locale,
                      coders.map((coder) => isolate(coder.name)),
                    ),
                  )}`
            }`}
          />
        }
        error={wrong === undefined ? undefined : problemSentence(dictionary, wrong)}
        defaultValue={draft?.values['coder'] ?? name ?? ''}
        autoComplete="nickname"
        maxLength={100}
        required
      />
      <RadioField
        name="queue"
        label={words.queue.heading}
        choices={choices}
        defaultValue={draft?.values['queue'] ?? chosen ?? 'all'}
      />
      <div className="form-actions">
        <Button look="primary">{words.queue.start}</Button>
      </div>
    </form>
  );
}
