import { describe, expect, it } from 'vitest';
import { useTwin } from '../functions/useTwin';
import { calls } from '../permissions/calls';
import { signRequest } from './appsync/edge/signRequest';

const { twin } = useTwin();
const file = { fileId: '01KAMBX2ZD8M4Y7V3T5Q9R1W6E', fileName: 'a.png', pendingId: '01KAMBX2ZD8M4Y7V3T5Q9R1W6F' };

/** The one field that IAM may call; a caller without a `sub` has no files. */
const open = 'Mutation.publishFileEvent';

describe('somebody who signs with every right there is', () => {
  it.each(Object.entries(calls))('calls %s', async (field, callOf) => {
    const { endpoints, developer } = twin();
    const body = JSON.stringify(callOf(file));
    const keys = { key: developer.accessKeyId, secret: developer.secretAccessKey, at: Date.now() };

    const headers = await signRequest(endpoints.graphql, body, keys);
    const response = await fetch(endpoints.graphql, { method: 'POST', body, headers });

    const { errors } = JSON.parse(await response.text());
    expect(response.status).toBe(200);
    expect(errors?.[0]?.errorType).toBe(field === open ? undefined : 'Unauthorized');
  });
});
