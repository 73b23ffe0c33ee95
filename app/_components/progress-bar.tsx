interface ProgressBarProps {
  readonly label: string;
  /** Done so far, from 0 to `total`; null while the total is not known. */
  readonly done: number | null;
  readonly total: number;
  /** In words, such as "300 of 1,000 rows". */
  readonly sentence: string;
}

/** How far a long job has come, as a bar and in words. */
export function ProgressBar({ label, done, total, sentence }: ProgressBarProps) {
  return (
    <div className="progress">
      <progress aria-label={label} max={total} {...(done === null ? {} : { value: done })} />
      <span role="status">{sentence}</span>
    </div>
  );
}
