import { Misuse } from '../errors';
import { epochOf } from './calendar';
import { readPattern } from './pattern';
import { readFields, type Fields } from './readFields';
import { fixedZone, zoneOf, type Zone } from './zones';

/** Parses a text by a DateTimeFormatter pattern to epoch milliseconds; `zone` applies if the text names none. */
export const parseFormatted = (text: string, pattern: string, zone: Zone): number => {
  const fields = readFields(text, readPattern(pattern));
  const local = fields && localOf(fields);
  if (fields === undefined || local === undefined) throw new Misuse(`Text '${text}' could not be parsed`);
  return zoneIn(fields, zone).instantOf(local);
};

const zoneIn = ({ zoneId, offset }: Fields, otherwise: Zone): Zone => {
  if (zoneId !== undefined) return zoneOf(zoneId);
  return offset === undefined ? otherwise : fixedZone('', offset);
};

const localOf = (fields: Fields): number | undefined => {
  const { year, month = 1, day = 1, dayOfYear, millisecondOfDay, minute = 0, second = 0, millisecond = 0 } = fields;
  if (year === undefined) return undefined;
  const time = millisecondOfDay === undefined ? { hour: hourOf(fields), minute, second, millisecond } : midnight;
  const start = epochOf({
    year,
    month: dayOfYear === undefined ? month : 1,
    day: dayOfYear === undefined ? day : 1,
    ...time,
  });
  return start === undefined ? undefined : start + ((dayOfYear ?? 1) - 1) * 86_400_000 + (millisecondOfDay ?? 0);
};

const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };

const hourOf = ({ hour, clockHour, isAfternoon }: Fields): number => {
  if (hour !== undefined) return hour;
  return clockHour === undefined ? 0 : (clockHour % 12) + (isAfternoon === true ? 12 : 0);
};
