import { unparseable, unserializable, type Scalar } from './scalar';

const form = 'valid JSON';

/** A JSON string for clients; the parsed value for resolvers. */
export const jsonScalar: Scalar = {
  parse: (value) => {
    if (typeof value !== 'string') throw unparseable(value, form);
    try {
      return JSON.parse(value);
    } catch {
      throw unparseable(value, form);
    }
  },
  serialize: (value) => {
    const text = JSON.stringify(value);
    if (text === undefined) throw unserializable(value, form);
    return text;
  },
};
