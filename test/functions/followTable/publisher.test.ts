import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPublisher, NotPublished } from '../../../functions/followTable/publisher';
import { listen } from '../../../local/http/listen';

/** A publisher, and an API that records its requests and always gives the same response. */
const open = async (answer: object) => {
  const bodies: string[] = [];
  const { port, server, close } = await listen(
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
  return { bodies, publish, hangUp: () => server.closeIdleConnections() };
};

const at = '2026-11-25T08:00:00Z';
const event = { userId: 'u', fileId: 'f1', type: 'CHANGED', at, row: '{}' } as const;

describe('createPublisher', () => {
  it('publishes an event without an alias, for which AppSync would notify no subscriber', async () => {
    const { bodies, publish } = await open({ data: {} });

    await publish(event);

    const { query, variables } = JSON.parse(bodies[0] ?? '');
    expect(query).toContain('{\n  publishFileEvent(');
    expect(query).not.toMatch(/\w+: \w+( \{|\(|$)/m);
    expect(variables).toEqual({ input: event });
  });

  it('asks again when the API closed the connection that was kept', async () => {
    const { bodies, publish, hangUp } = await open({ data: {} });
    await publish(event);

    hangUp();
    await setImmediate(); // the end of the connection has not been noticed yet
    await publish(event);

    expect(bodies).toHaveLength(2);
  });

  it('says so when it was refused, and nothing of what is the owner’s', async () => {
    const { publish } = await open({ data: { publishFileEvent: { fileId: 'f1' } }, errors: [{ message: 'no' }] });

    const published = publish(event);

    await expect(published).rejects.toThrow(NotPublished);
    await expect(published).rejects.toThrow(/^(?!.*f1).*"no"/);
  });
});
