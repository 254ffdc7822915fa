import { describe, expect, it } from 'vitest';
import type { Call } from '../../local/calls';
import { startMemoryTwin } from '../../local/startMemoryTwin';
import type { Twin } from '../../local/twin';
import { signUpActor } from '../contract/signUpActor';

const reserve =
  'mutation { getUploadUrl(input: { fileName: "a.txt", contentType: "text/plain", size: 1 }) { method } }';

const ask = async ({ endpoints }: Twin, authorization: string): Promise<unknown> => {
  const body = JSON.stringify({ query: reserve });
  const answer = await fetch(endpoints.graphql, { method: 'POST', headers: { authorization }, body });
  return JSON.parse(await answer.text());
};

describe('closing the twin', () => {
  it('lets an answer under way be finished by the services that it takes', async () => {
    const heard: { onCall?: (call: Call) => void } = {};
    const twin = await startMemoryTwin(process.pid, { onCall: (call) => heard.onCall?.(call) });
    const { token: first } = await signUpActor(twin.endpoints, 'first@example.com');
    const { token: second } = await signUpActor(twin.endpoints, 'second@example.com');
    await ask(twin, first); // the function is now warm, but has no session for the other caller
    const closed = new Promise<void>((resolve) => {
      heard.onCall = ({ by }) => {
        if (by.startsWith('source')) resolve(twin.close());
      };
    });

    const answer = await ask(twin, second);
    await closed;

    expect(answer).toEqual({ data: { getUploadUrl: { method: 'PUT' } } });
  });
});
