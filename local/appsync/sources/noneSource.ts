import { isJsonObject } from '../json';
import type { DataSource } from './source';

/** A source without a service: the request's payload is its result. */
export const noneSource: DataSource = {
  call: async (request) => {
    const value: unknown = JSON.parse(request);
    const payload = isJsonObject(value) ? value.payload : undefined;
    return { result: JSON.stringify(payload ?? null) };
  },
};
