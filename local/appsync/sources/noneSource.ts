import { payloadOf } from '../payloadOf';
import type { DataSource } from './source';

/** A source without a service: the request's payload is its result. */
export const noneSource: DataSource = {
  call: async (request) => ({ result: payloadOf(request) }),
  answersAtOnce: true,
};
