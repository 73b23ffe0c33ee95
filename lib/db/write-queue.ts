/**
 * Lets one piece of work run at a time, in the order asked for. The adapter shares one connection: without the queue a save
 * that ran inside another request's open transaction would be undone with it.
 */
export function createWriteQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = tail.then(work, work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
