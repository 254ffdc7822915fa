import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { assembleApi } from './assembleApi';
import { createListener } from './createListener';
import type { ApiOptions, ApiParts } from './options';
import { createPageTokens } from './sources/dynamodb/createPageTokens';

export type { ApiLimits, ApiOptions, ApiParts, UserPoolOptions } from './options';

export interface Api {
  readonly listener: RequestListener;
  /** Replaces schema, wiring and code as a whole; when anything is wrong, rejects with ApiRefused and keeps the old. */
  readonly reload: (parts: ApiParts) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a GraphQL API as AppSync serves it: POST and GET /graphql, and POST /v1/dataplane-evaluatecode. */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const log = options.log ?? (() => undefined);
  const pageTokens = createPageTokens(options.pageTokenKey ?? randomBytes(32));
  const assemble = (parts: ApiParts) => assembleApi(parts, { ...options, pageTokens, log });
  let live = await assemble(options.parts);
  let newest = 0;
  return {
    listener: createListener({ ...options, log }, () => live),
    reload: async (parts) => {
      newest += 1;
      const turn = newest;
      const assembled = await assemble(parts);
      // Two reloads may overtake each other: the later one holds.
      if (turn === newest) live = assembled;
    },
    close: async () => undefined,
  };
};
