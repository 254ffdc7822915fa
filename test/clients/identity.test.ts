import { fetchAuthSession } from 'aws-amplify/auth';
import { describe, expect, it } from 'vitest';
import { GetUploadUrl, MyFiles } from '../../schema/generated/amplify';
import { askAs, startSession } from './startSession';

describe('a person', () => {
  it('is the `sub` of either token, and nothing else', async () => {
    const { twin } = await startSession();
    const { tokens } = await fetchAuthSession();
    const [withAccess, withId] = [tokens?.accessToken, tokens?.idToken].map((token) =>
      askAs(twin.endpoints.graphql, String(token)),
    );
    const sub = tokens?.accessToken.payload.sub;
    const input = { fileName: 'one.png', contentType: 'image/png', size: 5 };

    const { getUploadUrl: ticket } = (await withAccess?.(GetUploadUrl, { input })) ?? {};
    const { getUploadUrl: again } =
      (await withId?.(GetUploadUrl, { input: { ...input, fileId: ticket?.fileId } })) ?? {};

    expect(ticket?.key.startsWith(`uploads/${sub}/`)).toBe(true);
    expect(again).toMatchObject({ fileId: ticket?.fileId, key: ticket?.key });
    expect(await withId?.(MyFiles, {})).toEqual(await withAccess?.(MyFiles, {}));
  });
});
