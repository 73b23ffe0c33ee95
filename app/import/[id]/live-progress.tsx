'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ProgressBar } from '../../_components/progress-bar';

interface LiveProgressProps {
  readonly address: string;
  readonly label: string;
  readonly start: { readonly done: number; readonly total: number };
  /** Sentence with {done} and {total}, in the language's digits. */
  readonly sentence: string;
  readonly locale: string;
}

/** How often the server is asked. */
const EVERY_MS = 1000;

interface Told {
  readonly status: string;
  readonly total: number;
  readonly added: number;
  readonly unchanged: number;
  readonly rejected: number;
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'status' in value && 'total' in value && 'added' in value;
}

/** Asks how far the import is, and shows the page anew when it is over. */
export function LiveProgress({ address, label, start, sentence, locale }: LiveProgressProps) {
  const router = useRouter();
  const [{ done, total }, setTold] = useState(start);
  useEffect(() => {
    const timer = setInterval(async () => {
      try {
        const answer = await fetch(address, { cache: 'no-store' });
        const told: unknown = await answer.json();
        if (!isTold(told)) return;
        setTold({ done: told.added + told.unchanged + told.rejected, total: told.total });
        if (told.status !== 'running' && told.status !== 'preparing') {
          clearInterval(timer);
          router.refresh();
        }
      } catch {
        // The next look may succeed; without one the page can be reloaded.
      }
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [address, router]);
  const digits = new Intl.NumberFormat(locale);
  return (
    <ProgressBar
      label={label}
      done={total === 0 ? null : done}
      total={Math.max(total, 1)}
      sentence={total === 0 ? '' : sentence.replace('{done}', digits.format(done)).replace('{total}', digits.format(total))}
    />
  );
}
