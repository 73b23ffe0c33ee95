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
  /** Time that one text may take in the worker, in milliseconds; its start is not counted, and a short text may take longer. */
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
/** A text as short as this cannot take the scorer long, whatever is in it: only a busy machine makes it late. */
const SHORT_TEXT = 1_000;
const SHORT_TEXT_PATIENCE = 10;
const START_MS = 20_000;
/** A text at whose hands a worker died this often is given up. */
const TRIES = 2;
/**
 * So many texts lie ready in the worker, so that it does not idle while the main thread is busy: storing some hundred rows is one piece
 * of work, during which no text can be sent.
 */
const WINDOW = 512;

/**
 * Starts a scoring service. Its worker starts with the first text and is unreferenced while nothing is asked of it, so that a
 * terminal command ends by itself.
 */
export function createScoringService(options: ScoringServiceOptions = {}): ScoringService {
  const budgetMs = options.budgetMs ?? BUDGET_MS;
  const startMs = options.startMs ?? START_MS;
  const root = options.root ?? process.cwd();
  const queue: Waiting[] = [];
  /** What the worker was sent and has not answered, in that order: it is busy with the first of them. */
  const underWay: Waiting[] = [];
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
        clearTimeout(timer);
        fill();
        return;
      }
      if (!isScoringReply(message) || message.id !== underWay[0]?.job.id) return;
      settle(message.score);
      fill();
    });
    started.on('error', (cause) => lose(started, cause));
    started.on('exit', (code) => lose(started, new Error(`The scoring worker ended with code ${code}.`)));
    timer = setTimeout(() => {
      void started.terminate();
      lose(started, new Error(`Not ready within ${startMs} ms.`));
    }, startMs);
    return started;
  }

  /** Keeps the worker in texts, and starts one where there is none. */
  function fill(): void {
    if (queue.length > 0) worker ??= startWorker();
    if (!worker || !ready) return;
    while (underWay.length < WINDOW) {
      const waiting = queue.shift();
      if (!waiting) break;
      underWay.push(waiting);
      worker.postMessage(waiting.job);
      if (underWay.length === 1) startClock(waiting);
    }
    if (underWay.length > 0) worker.ref();
    else worker.unref();
  }

  /** Answers the first of the texts under way; the time of the next begins. */
  function settle(score: TextScore): void {
    clearTimeout(timer);
    tries = 0;
    underWay.shift()?.answer(score);
    const [next] = underWay;
    if (next) startClock(next);
  }

  function startClock(waiting: Waiting): void {
    clearTimeout(timer);
    // Answers that came while the main thread was busy are taken first: they are read between a timer and an immediate.
    timer = setTimeout(() => setImmediate(() => outOfTime(waiting)), budgetOf(waiting));
  }

  function budgetOf({ job }: Waiting): number {
    return job.text.length <= SHORT_TEXT ? budgetMs * SHORT_TEXT_PATIENCE : budgetMs;
  }

  function outOfTime(waiting: Waiting): void {
    if (underWay[0] !== waiting) return;
    const stuck = worker;
    worker = undefined;
    void stuck?.terminate();
    giveUp(waiting);
    startAgain();
  }

  function giveUp(waiting: Waiting): void {
    settle(noScore('too_complex', tagOf(waiting.job)));
  }

  /** What lay ready in a worker that is gone waits for the next one, before all others. */
  function startAgain(): void {
    clearTimeout(timer);
    queue.unshift(...underWay.splice(0));
    fill();
  }

  /** The worker is gone by itself: the text at hand is tried once more on a new one. One that never starts is a fault to show. */
  function lose(gone: Worker, cause: Error): void {
    if (gone !== worker) return;
    worker = undefined;
    clearTimeout(timer);
    const [atHand] = underWay;
    tries = atHand || !ready ? tries + 1 : 0;
    if (tries >= TRIES) {
      tries = 0;
      if (atHand) giveUp(atHand);
      else queue.shift()?.fail(new Error('The scoring worker does not start.', { cause }));
    }
    startAgain();
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
      fill();
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
      for (const waiting of [...underWay.splice(0), ...queue.splice(0)])
        waiting.answer(noScore('too_complex', tagOf(waiting.job)));
      await ending?.terminate();
    },
  };
}

function tagOf(job: ScoringJob): string {
  return job.language === 'auto' ? 'und' : job.language;
}
