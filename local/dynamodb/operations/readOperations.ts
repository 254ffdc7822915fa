import { createStore } from '../dynalite/createStore';
import { actions, type ActionName } from '../dynalite/engine';
import { checkInput } from '../dynalite/checkInput';
import { inputs } from '../dynalite/inputs';
import type { JsonObject } from '../../json';
import type { RecentRanges } from '../storage/recentRanges';
import type { Rows } from '../storage/rows';
import type { Catalog } from '../tables/catalog';
import type { Operation } from './operation';
import { rememberInputs } from './rememberInputs';
import { runAction } from './runAction';

type ReadName = Extract<ActionName, 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan'>;

interface Tools {
  readonly rows: Rows;
  readonly ranges: RecentRanges;
  readonly catalog: Catalog;
}

/** The reads. They see what is durable, which includes every acknowledged write, so all are strongly consistent. */
export const readOperations = ({ rows, ranges, catalog }: Tools): Record<ReadName, Operation> => {
  const refuse = (): never => {
    throw new Error('a read tried to write');
  };
  const view = { row: rows.get, setRow: refuse, entry: refuse, setEntry: refuse, read: ranges.read };
  const store = createStore(view, catalog);
  const read =
    (name: ReadName, check = (input: JsonObject) => checkInput(input, inputs[name])): Operation =>
    (input) =>
      runAction(actions[name], store, check(input));
  return {
    GetItem: read('GetItem'),
    BatchGetItem: read('BatchGetItem'),
    Query: read('Query', rememberInputs(inputs.Query)),
    Scan: read('Scan'),
  };
};
