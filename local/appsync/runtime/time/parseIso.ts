import { Misuse } from '../errors';
import { epochOf } from './calendar';
import { offsetOf } from './zones';

const shape =
  /^([+-]\d{4,9}|\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)$/;

/** Epoch milliseconds of an ISO 8601 time with an offset. */
export const parseIso = (text: string): number => {
  const [whole, year, month, day, hour, minute, second = '0', fraction = '', offset = 'Z'] = shape.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  const epoch =
    whole === undefined ? undefined : epochOf({ ...date, ...time, millisecond: Number(`${fraction}000`.slice(0, 3)) });
  if (epoch === undefined) throw new Misuse(`Text '${text}' could not be parsed`);
  return epoch - (offsetOf(offset) ?? 0) * 1000;
};
