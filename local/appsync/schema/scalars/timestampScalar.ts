import { unparseable, unserializable, type Scalar } from './scalar';

const form = 'a valid timestamp';

/** Whole seconds since 1970; negative for earlier times. */
export const timestampScalar: Scalar = {
  parse: (value) => {
    if (!Number.isSafeInteger(value)) throw unparseable(value, form);
    return value;
  },
  serialize: (value) => {
    const seconds = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (!Number.isSafeInteger(seconds)) throw unserializable(value, form);
    return seconds;
  },
};
