import { readDocument } from '../body/readDocument';
import type { Handler, ObjectCall } from './call';
import { findTagged } from './findVersion';
import { versionHeaders } from './objectHeaders';
import { readTagging } from './tags';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putObjectTagging: Handler<ObjectCall> = async (call) => {
  const { world, headers, identity, body } = call;
  const document = await readDocument({ headers, payload: identity.payload, body: body(), root: 'Tagging' });
  const version = findTagged(call, 'PUT');
  await world.store.setTags(version, readTagging(document));
  return { status: 200, headers: versionHeaders(version) };
};
