import { createStore } from '../dynalite/createStore';
import { actions, type ActionName } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import type { Rows } from '../storage/rows';
import type { Storage } from '../storage/storage';
import type { Catalog } from '../tables/catalog';
import type { Operation } from './operation';
import { runAction } from './runAction';

type ReadName = Extract<ActionName, 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan'>;

interface Tools {
  readonly storage: Storage;
  readonly rows: Rows;
  readonly catalog: Catalog;
}

/** The reads. They see what is durable, which includes every write that was answered: all are consistent. */
export const readOperations = ({ storage, rows, catalog }: Tools): Record<ReadName, Operation> => {
  const refuse = (): never => {
    throw new Error('a read tried to write');
  };
  const view = { row: rows.get, setRow: refuse, entry: refuse, setEntry: refuse, read: storage.read };
  const store = createStore(view, catalog);
  const read =
    (name: ReadName): Operation =>
    (input) =>
      runAction(actions[name], store, checkInput(input, inputs[name]));
  return { GetItem: read('GetItem'), BatchGetItem: read('BatchGetItem'), Query: read('Query'), Scan: read('Scan') };
};
