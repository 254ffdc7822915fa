import type { Caller } from './caller';

/** The caller of a request with an API key: nobody in particular, so `ctx.identity` is null. */
export const apiKeyCaller: Caller = { mode: 'API_KEY', groups: [], identity: () => 'null' };
