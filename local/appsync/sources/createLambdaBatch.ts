import { createBatch } from './createBatch';
import type { SourceBatch, SourceOutcome } from './source';

/**
 * "By default, when using BatchInvoke, AWS AppSync sends requests to your Lambda function in batches of up to five
 * items." https://docs.aws.amazon.com/appsync/latest/devguide/tutorial-lambda-resolvers-js.html
 */
const batchSize = 5;

type Send = (payloads: readonly unknown[]) => Promise<readonly SourceOutcome[]>;

/** Batches the runs of one field for a function; events have their own batch, because their results are not awaited. */
export const createLambdaBatch = (invoke: Send, send: Send): SourceBatch => {
  const calls = createBatch(batchSize, invoke);
  const events = createBatch(batchSize, send);
  return {
    enter: () => {
      const call = calls.enter();
      const event = events.enter();
      return {
        join: ({ payload, isEvent }) => {
          const [own, other] = isEvent ? [event, call] : [call, event];
          other.leave();
          return own.join(payload);
        },
        leave: () => {
          call.leave();
          event.leave();
        },
      };
    },
  };
};
