import type { Dictionary } from '#lib/i18n/dictionary';

const STEPS = ['choose', 'map', 'check', 'run'] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where in the four steps of an import one stands. */
export function ImportSteps({ step, words }: { readonly step: ImportStep; readonly words: Dictionary['import'] }) {
  const current = STEPS.indexOf(step);
  return (
    <ol className="steps" aria-label={words.stepsLabel}>
      {STEPS.map((each, place) => (
        <li
          key={each}
          {...(each === step ? { 'aria-current': 'step' as const } : {})}
          className={place < current ? 'done' : undefined}
        >
          {words.steps[each]}
        </li>
      ))}
    </ol>
  );
}
