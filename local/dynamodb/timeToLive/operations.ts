import { checkInput } from '../dynalite/checkInput';
import type { Validation } from '../dynalite/store';
import { InvalidRequest } from '../errors';
import { isJsonObject, type JsonObject } from '../../json';
import { parseObject } from '../json';
import type { Operation } from '../operations/operation';
import { describedTable } from '../operations/rowOf';
import type { GroupCommit } from '../storage/groupCommit';
import { entriesOf, startingWith, type Storage } from '../storage/storage';
import { itemPrefix, type Catalog } from '../tables/catalog';
import { expiryKey, expiryPrefix } from './expiryIndex';
import { endOf, settingKey, settingText, type TimeToLiveSettings } from './settings';

interface Tools {
  readonly storage: Storage;
  readonly commit: GroupCommit;
  readonly catalog: Catalog;
  readonly settings: TimeToLiveSettings;
}

const tableName = {
  type: 'String',
  notNull: true,
  regex: '[a-zA-Z0-9_.-]+',
  lengthGreaterThanOrEqual: 3,
  lengthLessThanOrEqual: 255,
};

const describeInput: Validation = { types: { TableName: tableName } };

const updateInput: Validation = {
  types: {
    TableName: tableName,
    TimeToLiveSpecification: {
      type: 'FieldStruct<TimeToLiveSpecification>',
      notNull: true,
      children: {
        AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
        Enabled: { type: 'Boolean', notNull: true },
      },
    },
  },
};

/**
 * Time to live, switched on and off immediately (DynamoDB takes up to an hour).
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export const timeToLiveOperations = (tools: Tools): Record<'UpdateTimeToLive' | 'DescribeTimeToLive', Operation> => ({
  UpdateTimeToLive: (input) => update(tools, checkInput(input, updateInput)),
  DescribeTimeToLive: async (input) => describe(tools, checkInput(input, describeInput)),
});

const describe = ({ catalog, settings }: Tools, input: JsonObject): JsonObject => {
  const AttributeName = settings.get(describedTable(catalog, input).TableName);
  const status =
    AttributeName === undefined ? { TimeToLiveStatus: 'DISABLED' } : { TimeToLiveStatus: 'ENABLED', AttributeName };
  return { TimeToLiveDescription: status };
};

const update = async (tools: Tools, input: JsonObject): Promise<JsonObject> => {
  const table = describedTable(tools.catalog, input).TableName;
  const specification = isJsonObject(input['TimeToLiveSpecification']) ? input['TimeToLiveSpecification'] : {};
  const attribute = String(specification['AttributeName']);
  const known = tools.settings.get(table);
  if (specification['Enabled'] === true) {
    if (known !== undefined) throw new InvalidRequest('TimeToLive is already enabled');
    await enableTimeToLive(tools, { table, attribute });
  } else {
    if (known === undefined) throw new InvalidRequest('TimeToLive is already disabled');
    if (known !== attribute)
      throw new InvalidRequest(`TimeToLive is active on a different AttributeName: current AttributeName is ${known}`);
    tools.settings.delete(table);
    await tools.commit.stage(new Map([[settingKey(table), undefined]]));
  }
  return { TimeToLiveSpecification: specification };
};

/** Makes an attribute the expiry of a table's rows, and indexes the existing rows by it. */
export const enableTimeToLive = async (
  { storage, commit, settings }: Omit<Tools, 'catalog'>,
  { table, attribute }: { readonly table: string; readonly attribute: string },
): Promise<void> => {
  settings.set(table, attribute); // from here on each write indexes its own row
  await commit.settled();
  const writes = new Map<string, string | undefined>();
  for await (const [key] of entriesOf(storage, startingWith(expiryPrefix(table)))) writes.set(key, undefined);
  for await (const [key, text] of entriesOf(storage, startingWith(itemPrefix(table)))) {
    const seconds = endOf(parseObject(text), attribute);
    if (seconds !== undefined)
      writes.set(expiryKey(table, { seconds, place: key.slice(itemPrefix(table).length) }), '');
  }
  writes.set(settingKey(table), settingText(attribute));
  await commit.stage(writes);
};
