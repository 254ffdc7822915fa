import { isJsonObject, type JsonObject } from '../../json';
import { parseObject } from '../json';
import { entriesOf, startingWith, type Storage } from '../storage/storage';

/** The expiry attribute by table, kept in memory because every write needs it. */
export type TimeToLiveSettings = Map<string, string>;

const prefix = 'ttl~';

export const settingKey = (table: string): string => `${prefix}${table}`;
export const settingText = (attribute: string): string => JSON.stringify({ attribute });

/** Reads the settings of all tables. */
export const loadSettings = async (storage: Storage): Promise<TimeToLiveSettings> => {
  const settings: TimeToLiveSettings = new Map();
  for await (const [key, text] of entriesOf(storage, startingWith(prefix))) {
    const { attribute } = parseObject(text);
    if (typeof attribute === 'string') settings.set(key.slice(prefix.length), attribute);
  }
  return settings;
};

/** The epoch second at which a row expires; undefined if its attribute is missing or not a positive number. */
export const endOf = (row: JsonObject | undefined, attribute: string | undefined): number | undefined => {
  const value = attribute === undefined ? undefined : row?.[attribute];
  const seconds = isJsonObject(value) ? Number(value['N']) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e12 ? Math.floor(seconds) : undefined;
};
