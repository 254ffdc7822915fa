import { describe, expect, it } from 'vitest';
import { Refused } from '../../../schema/requests/errors';
import { GetUploadUrl } from '../../../schema/generated/amplify';
import type { Send } from '../../../schema/requests/api';
import { pendingUploads } from '../../../schema/requests/pendingUploads';
import { createReserve } from '../../../schema/requests/reserve';
import { startSession } from '../../clients/startSession';

interface WireError {
  readonly errorType: string;
  readonly message: string;
  readonly path?: readonly string[];
}

/** A twin with one person, and a `reserve` for them. */
const openReserve = async () => {
  const { twin, token, ask } = await startSession();
  const network = { losesAnswer: false };
  const send: Send = async (query, variables) => {
    const headers = { authorization: token, 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(twin.endpoints.graphql, { method: 'POST', headers, body });
    const { data, errors = [] }: { data: unknown; errors?: readonly WireError[] } = JSON.parse(await answer.text());
    if (network.losesAnswer) return { data: undefined, errors: [new Error('Nobody answers.')] };
    const describe = ({ errorType, message, path }: WireError) =>
      Object.assign(new Refused(errorType, message), { path });
    return { data, errors: errors.map(describe) };
  };
  const pending = async () => (await pendingUploads({ ask })).map(({ fileId }) => fileId).sort();
  return { reserve: createReserve({ send, ask }), pending, network, ask };
};

const note = { fileName: 'note.txt', contentType: 'text/plain', size: 4 };
const empty = { ...note, size: 0 };
const fileIdOf = (outcome: PromiseSettledResult<{ fileId: string }> | undefined): string =>
  outcome?.status === 'fulfilled' ? outcome.value.fileId : 'none';

describe('Tickets that are reserved together', () => {
  it('are all there though one is refused, each with one upload behind it', async () => {
    const { reserve, pending } = await openReserve();
    const sized = { ...note, size: 5 };

    const outcomes = await reserve([note, note, sized, empty, { ...note, fileName: 'last.txt' }]);

    expect(outcomes[3]).toMatchObject({ status: 'rejected', reason: { errorType: 'INVALID_SIZE' } });
    const fileIds = [0, 1, 2, 4].map((index) => fileIdOf(outcomes[index]));
    expect(await pending()).toEqual(fileIds.sort());
  });

  it('are each told why when several are refused', async () => {
    const { reserve, pending } = await openReserve();

    const outcomes = await reserve([empty, note, { ...note, fileName: '' }]);

    expect(outcomes).toMatchObject([
      { reason: { errorType: 'INVALID_SIZE' } },
      { status: 'fulfilled' },
      { reason: { errorType: 'INVALID_FILE_NAME' } },
    ]);
    expect(await pending()).toEqual([fileIdOf(outcomes[1])]);
  });

  it('go on with what a lost answer left behind, once', async () => {
    const { reserve, pending, network, ask } = await openReserve();

    network.losesAnswer = true;
    await reserve([note]);
    network.losesAnswer = false;
    const [left] = await pending();
    const [found] = await reserve([note]);
    const { getUploadUrl: elsewhere } = await ask(GetUploadUrl, { input: note }); // on another device
    const [next] = await reserve([note]);

    expect(fileIdOf(found)).toBe(left);
    expect(await pending()).toEqual([left, elsewhere.fileId, fileIdOf(next)].sort());
  });

  it.each([
    ['named no type', { fileName: 'note', size: 4 }],
    ['named its type in other letters', { ...note, contentType: 'Text/Plain' }],
  ])('go on with what a lost answer left behind when the request %s', async (_case, input) => {
    const { reserve, pending, network } = await openReserve();

    network.losesAnswer = true;
    await reserve([input]);
    network.losesAnswer = false;
    const [found] = await reserve([input]);

    expect(await pending()).toEqual([fileIdOf(found)]);
  });

  it('are not those that another file of the same name and size has', async () => {
    const { reserve, pending } = await openReserve();

    const [first] = await reserve([note]);
    const [, second] = await reserve([empty, note]);

    const fileIds = [first, second].map(fileIdOf);
    expect(new Set(fileIds).size).toBe(2);
    expect(await pending()).toEqual(fileIds.sort());
  });
});
