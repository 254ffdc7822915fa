import { text } from 'node:stream/consumers';
import { Amplify } from 'aws-amplify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SaveFileMetadata } from '../../../schema/generated/amplify';
import { listen } from '../../../local/http/listen';
import { createApi } from '../../../schema/requests/createApi';
import { askEach } from '../../../schema/requests/askEach';
import { AnswerLost, Refused } from '../../../schema/requests/errors';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An API that gives these responses one after another; returns the requests that it got. */
const answering = async (...answers: readonly object[]): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  const server = await listen(
    (incoming, outgoing) =>
      void text(incoming).then((body) => {
        outgoing.setHeader('content-type', 'application/json');
        outgoing.end(JSON.stringify(answers[asked.length]));
        asked.push(JSON.parse(body));
      }),
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(server.close);
  const endpoint = `http://127.0.0.1:${server.port}/graphql`;
  Amplify.configure({ API: { GraphQL: { endpoint, defaultAuthMode: 'apiKey', apiKey: 'key', region: 'us-east-1' } } });
  return asked;
};

const saves = (...fileIds: readonly string[]) =>
  askEach(
    createApi(({ errorType = '', message }) => new Refused(errorType, message ?? '')),
    SaveFileMetadata,
    fileIds.map((fileId) => ({ input: { fileId } })),
  );

const refusal = (errorType: string, ...path: readonly string[]) => ({ errorType, message: errorType, path });

describe('Many asked in one request', () => {
  it('have each an outcome of their own', async () => {
    const asked = await answering({ data: { item0: { fileId: 'a' }, item1: { fileId: 'b' } } });

    expect(await saves('a', 'b')).toEqual([
      { status: 'fulfilled', value: { fileId: 'a' } },
      { status: 'fulfilled', value: { fileId: 'b' } },
    ]);
    expect(asked).toMatchObject([{ variables: { input0: { fileId: 'a' }, input1: { fileId: 'b' } } }]);
  });

  it('lose their answers when one of them is refused', async () => {
    await answering({ data: null, errors: [refusal('SIZE_MISMATCH', 'item1')] });

    const [first, second] = await saves('a', 'b');

    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(AnswerLost) });
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(Refused) });
  });

  it('are not carried out twice when one of them was BUSY: that one alone is asked again', async () => {
    const asked = await answering(
      { data: null, errors: [refusal('BUSY', 'item1')] },
      { data: { saveFileMetadata: { fileId: 'b' } } },
    );

    const [first, second] = await saves('a', 'b');

    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(AnswerLost) });
    expect(second).toEqual({ status: 'fulfilled', value: { fileId: 'b' } });
    expect(asked[1]?.variables).toEqual({ input: { fileId: 'b' } });
  });

  it('are all refused by what refuses the request', async () => {
    await answering({ data: null, errors: [{ errorType: 'UnauthorizedException', message: 'no' }] });

    expect(await saves('a', 'b')).toMatchObject([
      { status: 'rejected', reason: { errorType: 'UnauthorizedException' } },
      { status: 'rejected', reason: { errorType: 'UnauthorizedException' } },
    ]);
  });
});
