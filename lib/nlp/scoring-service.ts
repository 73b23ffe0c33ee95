import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { TextScore } from '#lib/core/score';
import { noScore } from '#lib/nlp/no-score';
import type { ScoreOptions } from '#lib/nlp/score-text';
import { isReady, isScoringReply, type ScoringJob } from '#lib/nlp/scoring-messages';

/** Scores texts beside the main thread, so that no text can hold up a page. */
export interface ScoringService {
  /** Scores one text; `too_complex` for a text that is out of time. Rejects only when the worker cannot be started at all. */
  score(text: string, language?: string, options?: ScoreOptions): Promise<TextScore>;
  /** Scores many texts, answers in the order given. */
  scoreMany(
    items: readonly { readonly text: string; readonly language?: string; readonly options?: ScoreOptions }[],
  ): Promise<TextScore[]>;
  /** Ends the worker; texts still under way answer `too_complex`. */
  close(): Promise<void>;
}

export interface ScoringServiceOptions {
  /** Time that one text may take in the worker, in milliseconds; its start is not counted. */
  readonly budgetMs?: number;
  /** Time that the worker may take to start, in milliseconds. */
  readonly startMs?: number;
  /** The project's folder; the working directory unless said. */
  readonly root?: string;
}

interface Waiting {
  readonly job: ScoringJob;
  readonly answer: (score: TextScore) => void;
  readonly fail: (cause: Error) => void;
}

const BUDGET_MS = 2_000;
const START_MS = 20_000;
/** A text at whose hands a worker died this often is given up. */
const TRIES = 2;

/**
 * Starts a scoring service. Its worker starts with the first text and is unreferenced while nothing is asked of it, so that a
 * terminal command ends by itself.
 */
export function createScoringService(options: ScoringServiceOptions = {}): ScoringService {
  const budgetMs = options.budgetMs ?? BUDGET_MS;
  const startMs = options.startMs ?? START_MS;
  const root = options.root ?? process.cwd();
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  let nextId = 1;
  let closed = false;
  let tries = 0;

  function startWorker(): Worker {
    // Asked for at run time: a bundler that sees `new Worker` packs the worker, and with it tsx, into its own output.
    const threads = process.getBuiltinModule('node:worker_threads');
    const started = new threads.Worker(join(root, 'lib', 'nlp', 'score-worker-start.mjs'), { execArgv: [] });
    ready = false;
    started.on('message', (message: unknown) => {
      if (started !== worker) return;
      if (isReady(message)) {
        ready = true;
        if (current) send(started, current);
        return;
      }
      if (!isScoringReply(message) || message.id !== current?.job.id) return;
      settle(message.score);
    });
    started.on('error', (cause) => lose(started, cause));
    started.on('exit', (code) => lose(started, new Error(`The scoring worker ended with code ${code}.`)));
    return started;
  }

  function send(to: Worker, waiting: Waiting): void {
    clearTimeout(timer);
    timer = setTimeout(outOfTime, budgetMs);
    to.postMessage(waiting.job);
  }

  function settle(score: TextScore): void {
    clearTimeout(timer);
    const settled = current;
    current = undefined;
    settled?.answer(score);
    next();
  }

  function outOfTime(): void {
    const stuck = worker;
    worker = undefined;
    void stuck?.terminate();
    settle(noScore('too_complex', current ? tagOf(current.job) : 'und'));
  }

  /** The worker is gone by itself: the text at hand is tried once more on a new one. One that never starts is a fault to show. */
  function lose(gone: Worker, cause: Error): void {
    if (gone !== worker) return;
    worker = undefined;
    clearTimeout(timer);
    const lost = current;
    if (!lost) return;
    tries += 1;
    if (tries < TRIES) {
      begin(lost);
      return;
    }
    if (ready) {
      settle(noScore('too_complex', tagOf(lost.job)));
      return;
    }
    current = undefined;
    lost.fail(new Error('The scoring worker does not start.', { cause }));
    next();
  }

  function begin(waiting: Waiting): void {
    worker ??= startWorker();
    worker.ref();
    if (ready) {
      send(worker, waiting);
      return;
    }
    const starting = worker;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void starting.terminate();
      lose(starting, new Error(`Not ready within ${startMs} ms.`));
    }, startMs);
  }

  function next(): void {
    if (current) return;
    current = queue.shift();
    tries = 0;
    if (current) begin(current);
    else worker?.unref();
  }

  function score(text: string, language = 'auto', scoreOptions: ScoreOptions = {}): Promise<TextScore> {
    return new Promise((resolve, reject) => {
      const job: ScoringJob = { id: nextId, text, language, options: scoreOptions };
      nextId += 1;
      if (closed) {
        resolve(noScore('too_complex', tagOf(job)));
        return;
      }
      queue.push({ job, answer: resolve, fail: reject });
      next();
    });
  }

  return {
    score,
    scoreMany: (items) => Promise.all(items.map((item) => score(item.text, item.language, item.options))),
    close: async () => {
      closed = true;
      const ending = worker;
      worker = undefined;
      clearTimeout(timer);
      const left = current ? [current, ...queue] : [...queue];
      current = undefined;
      queue.length = 0;
      for (const waiting of left) waiting.answer(noScore('too_complex', tagOf(waiting.job)));
      await ending?.terminate();
    },
  };
}

function tagOf(job: ScoringJob): string {
  return job.language === 'auto' ? 'und' : job.language;
}
