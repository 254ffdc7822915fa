import { InvalidScalar } from '../../errors';
import { shown, unserializable, type Scalar } from './scalar';

/** A JSON string for clients; the parsed value for resolvers. */
export const jsonScalar: Scalar = {
  parse: (value) => {
    if (typeof value !== 'string') throw unparseable(value);
    try {
      return JSON.parse(value);
    } catch {
      throw unparseable(value);
    }
  },
  serialize: (value) => {
    const text = JSON.stringify(value);
    if (text === undefined) throw unserializable(value, 'valid JSON');
    return text;
  },
};

/** Unlike the other scalars', AppSync's message does not mark the value; users saw it for `[]` and for an object. */
const unparseable = (value: unknown): InvalidScalar =>
  new InvalidScalar(`Unable to parse ${shown(value)} as valid JSON.`);
