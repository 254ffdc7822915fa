import type { Caller } from './caller';

/** The caller behind an API key: nobody in particular, so that `ctx.identity` is null. */
export const apiKeyCaller: Caller = { mode: 'API_KEY', groups: [], identity: () => 'null' };
