import { unparseable, unserializable, type Scalar } from './scalar';

/** A scalar that is a string of a certain form, for clients and resolvers alike. */
export const createTextScalar = (form: string, isValid: (text: string) => boolean): Scalar => ({
  parse: (value) => {
    if (typeof value !== 'string' || !isValid(value)) throw unparseable(value, form);
    return value;
  },
  serialize: (value) => {
    if (typeof value !== 'string' || !isValid(value)) throw unserializable(value, form);
    return value;
  },
});
