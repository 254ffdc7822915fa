import { createStore } from '../dynalite/createStore';
import { actions, type ActionName } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import type { Storage } from '../storage/storage';
import type { Catalog } from '../tables/catalog';
import type { Operation } from './operation';
import { runAction } from './runAction';

type ReadName = Extract<ActionName, 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan'>;

/** The reads. They see what is durable, which includes every write that was answered: all are consistent. */
export const readOperations = (storage: Storage, catalog: Catalog): Record<ReadName, Operation> => {
  const set = (): never => {
    throw new Error('a read tried to write');
  };
  const store = createStore({ get: storage.get, set, read: storage.read }, catalog);
  const read =
    (name: ReadName): Operation =>
    (input) =>
      runAction(actions[name], store, checkInput(input, inputs[name]));
  return { GetItem: read('GetItem'), BatchGetItem: read('BatchGetItem'), Query: read('Query'), Scan: read('Scan') };
};
