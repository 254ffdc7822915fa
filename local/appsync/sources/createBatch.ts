/** The runs of one field within one request: those that join reach their function together. */
export interface Batch<Payload, Result> {
  /** Announces a run, before it is known whether it will join. */
  readonly enter: () => Turn<Payload, Result>;
}

export interface Turn<Payload, Result> {
  /** Joins: resolves to the run's result; the batch is sent once every announced run has joined or left. */
  readonly join: (payload: Payload) => Promise<Result>;
  /** Leaves without joining; after `join` it has no effect. */
  readonly leave: () => void;
}

interface Waiting<Payload, Result> {
  readonly payload: Payload;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Collects payloads until no run is undecided, and sends them in groups of at most `limit`. */
export const createBatch = <Payload, Result>(
  limit: number,
  send: (payloads: readonly Payload[]) => Promise<readonly Result[]>,
): Batch<Payload, Result> => {
  const waiting: Waiting<Payload, Result>[] = [];
  let undecided = 0;

  const decided = (): void => {
    undecided -= 1;
    if (undecided > 0) return;
    while (waiting.length > 0) dispatch(waiting.splice(0, limit), send);
  };

  return {
    enter: () => {
      undecided += 1;
      let isDecided = false;
      const decide = (): void => {
        if (isDecided) return;
        isDecided = true;
        decided();
      };
      return {
        join: (payload) =>
          new Promise((resolve, reject) => {
            waiting.push({ payload, resolve, reject });
            decide();
          }),
        leave: decide,
      };
    },
  };
};

const dispatch = <Payload, Result>(
  group: readonly Waiting<Payload, Result>[],
  send: (payloads: readonly Payload[]) => Promise<readonly Result[]>,
): void => {
  send(group.map(({ payload }) => payload)).then(
    (results) =>
      group.forEach(({ resolve, reject }, at) => {
        const result = results[at];
        if (result === undefined) reject(new RangeError('A batch has fewer results than payloads.'));
        else resolve(result);
      }),
    (error: unknown) => group.forEach(({ reject }) => reject(error)),
  );
};
