import { describe, expect, it } from 'vitest';
import type { Credentials } from '../../../functions/shared/credentials';
import { createSessions } from '../../../functions/shared/sessions/createSessions';
import { StsUnreachable } from '../../../functions/shared/sessions/errors';

const hour = 3_600_000;

/** Sessions with a clock that the test controls, and an STS that counts its calls. */
const setup = (limit?: number) => {
  const state = { now: 1_000_000, isDown: false };
  const asked: string[] = [];
  const opened: Credentials[] = [];
  const sessionOf = createSessions({
    assume: async (owner) => {
      asked.push(owner);
      if (state.isDown) throw new StsUnreachable('down');
      const credentials = { accessKeyId: `${owner}-${asked.length}`, secretAccessKey: '', sessionToken: '' };
      return { credentials, endsAt: state.now + hour };
    },
    open: (credentials) => {
      opened.push(credentials);
      return credentials.accessKeyId;
    },
    now: () => state.now,
    holdsSeconds: 300,
    ...(limit !== undefined && { limit }),
  });
  return { state, asked, opened, sessionOf };
};

describe('a function’s sessions', () => {
  it('are begun once for each person, also by requests at once', async () => {
    const { asked, opened, sessionOf } = setup();

    const keys = await Promise.all(['ann', 'bob', 'ann', 'ann'].map(sessionOf));
    const later = await sessionOf('bob');

    expect(keys).toEqual(['ann-1', 'bob-2', 'ann-1', 'ann-1']);
    expect(later).toBe('bob-2');
    expect([asked, opened.length]).toEqual([['ann', 'bob'], 2]);
  });

  it('are reused while they outlive a URL that they sign by a minute', async () => {
    const { state, sessionOf } = setup();
    await sessionOf('ann');

    state.now += hour - 360_000;
    expect(await sessionOf('ann')).toBe('ann-1');
    state.now += 1;
    expect(await Promise.all([sessionOf('ann'), sessionOf('ann')])).toEqual(['ann-2', 'ann-2']);
  });

  it('are evicted when there are too many, the least recently used first', async () => {
    const { asked, sessionOf } = setup(2);

    for (const owner of ['ann', 'bob', 'ann', 'cid', 'ann', 'bob']) await sessionOf(owner);

    expect(asked).toEqual(['ann', 'bob', 'cid', 'bob']);
  });

  it('that could not be had are asked for again by the next request', async () => {
    const { state, asked, sessionOf } = setup();
    state.isDown = true;

    const failed = await Promise.allSettled([sessionOf('ann'), sessionOf('ann')]);
    state.isDown = false;

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await sessionOf('ann')).toBe('ann-2');
    expect(asked).toHaveLength(2);
  });

  it('that is renewed in vain leaves the others alone', async () => {
    const { state, sessionOf } = setup();
    await sessionOf('ann');
    state.now += hour;
    await sessionOf('bob');
    state.isDown = true;

    await expect(sessionOf('ann')).rejects.toThrow(StsUnreachable);
    expect(await sessionOf('bob')).toBe('bob-2');
  });
});
