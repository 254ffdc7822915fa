import { readDocument } from '../body/readDocument';
import { S3Error } from '../errors';
import type { Handler, ObjectCall } from './call';
import { findTagged } from './findVersion';
import { versionHeaders } from './objectHeaders';
import { readTags } from './tags';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putObjectTagging: Handler<ObjectCall> = async (call) => {
  const { world, headers, identity, body } = call;
  const document = await readDocument({ headers, payload: identity.payload, body: body(), root: 'Tagging' });
  const tags = document.children('TagSet').flatMap((set) =>
    set.children('Tag').map((tag) => {
      const key = tag.text('Key');
      const value = tag.text('Value');
      if (key === undefined || value === undefined) throw new S3Error('MalformedXML');
      return { key, value };
    }),
  );
  const version = findTagged(call, 'PUT');
  await world.store.setTags(version, readTags(tags));
  return { status: 200, headers: versionHeaders(version) };
};
