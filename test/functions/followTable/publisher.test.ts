import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPublisher, NotPublished } from '../../../functions/followTable/publisher';
import { listen } from '../../../local/http/listen';

/** A publisher, and an API that notes what it is asked and always answers the same. */
const open = async (answer: object) => {
  const bodies: string[] = [];
  const { port, close } = await listen(
    (incoming, outgoing) => {
      void text(incoming).then((body) => {
        bodies.push(body);
        outgoing.end(JSON.stringify(answer));
      });
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(close);
  const publish = createPublisher({
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    GRAPHQL_URL: `http://127.0.0.1:${port}/graphql`,
  });
  return { bodies, publish };
};

const at = '2026-11-25T08:00:00Z';
const events = ['f1', 'f2', 'f3'].map((fileId) => ({ userId: 'u', fileId, type: 'CHANGED', at, row: '{}' }) as const);

describe('createPublisher', () => {
  it('publishes several events in one request', async () => {
    const { bodies, publish } = await open({ data: {} });

    await publish(events);

    expect(bodies).toHaveLength(1);
    const { query, variables } = JSON.parse(bodies[0] ?? '');
    expect(query.match(/publishFileEvent\(/g)).toHaveLength(3);
    expect(Object.values(variables)).toEqual(events);
  });

  it('says so when one of them was refused, and nothing of what is the owner’s', async () => {
    const { publish } = await open({ data: { item0: { fileId: 'f1' } }, errors: [{ message: 'no' }] });

    const published = publish(events);

    await expect(published).rejects.toThrow(NotPublished);
    await expect(published).rejects.toThrow(/^(?!.*f1).*"no"/);
  });
});
