import { actions, type ActionName } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import { withFailureItem } from './failureItem';
import type { Operation } from './operation';
import { runAtOnce } from './runAction';
import type { Writer } from './writer';

type WriteName = Extract<ActionName, 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem'>;

/** The writes outside transactions. A row and its index entries change atomically. */
export const writeOperations = (write: Writer): Record<WriteName, Operation> => {
  const operation =
    (name: WriteName): Operation =>
    async (input) => {
      const checked = checkInput(input, inputs[name]);
      return write((change) => withFailureItem(change, checked, () => runAtOnce(actions[name], change.store, checked)));
    };
  return {
    PutItem: operation('PutItem'),
    UpdateItem: operation('UpdateItem'),
    DeleteItem: operation('DeleteItem'),
    BatchWriteItem: operation('BatchWriteItem'),
  };
};
