import type { Action, Store } from '../dynalite/store';
import { errorOf } from '../dynalite/refusal';
import { isJsonObject, type JsonObject } from '../../json';

/** Runs one of dynalite's actions and resolves with its output; DynamoDB's exceptions reject as a TableError. */
export const runAction = (action: Action, store: Store, input: JsonObject): Promise<JsonObject> =>
  new Promise((resolve, reject) => {
    action(store, input, (error, output) => {
      if (error) reject(errorOf(error) ?? error);
      else resolve(outputOf(output));
    });
  });

/** Runs an action on single rows synchronously: on the twin's store it calls back before it returns. */
export const runAtOnce = (action: Action, store: Store, input: JsonObject): JsonObject => {
  const answers: { error: unknown; output: unknown }[] = [];
  action(store, input, (error, output) => void answers.push({ error, output }));
  const [answer] = answers;
  if (answer === undefined) throw new Error('an action over single rows did not answer at once');
  if (answer.error) throw errorOf(answer.error) ?? answer.error;
  return outputOf(answer.output);
};

/** An output without the members that dynalite leaves undefined, as JSON would drop them. */
const outputOf = (output: unknown): JsonObject =>
  isJsonObject(output) ? Object.fromEntries(Object.entries(output).filter(([, value]) => value !== undefined)) : {};
