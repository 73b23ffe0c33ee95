import type { UsedVersion } from '#lib/db/scored-twice';
import type { Dictionary } from '#lib/i18n/dictionary';
import { Button } from '../../../_components/button';
import { SelectField } from '../../../_components/field';

interface VersionFormProps {
  readonly action: string;
  readonly versions: readonly UsedVersion[];
  /** `scorer@version`; empty for the ones that the page chooses. */
  readonly chosen: { readonly before: string; readonly after: string };
  readonly words: Dictionary['rescoring'];
}

/** Which two scores of each text are compared. */
export function VersionForm({ action, versions, chosen, words }: VersionFormProps) {
  const choices = versions.map(({ scorer, version }) => ({
    value: `${scorer}@${version}`,
    label: scorer === 'none' ? words.none : `${scorer} ${version}`,
  }));
  return (
    <form className="form" method="get" action={action}>
      <div className="form-row">
        <SelectField
          name="before"
          label={words.before}
          emptyChoice={words.previous}
          choices={choices}
          defaultValue={chosen.before}
        />
        <SelectField name="after" label={words.after} emptyChoice={words.current} choices={choices} defaultValue={chosen.after} />
        <Button look="primary">{words.show}</Button>
      </div>
    </form>
  );
}
