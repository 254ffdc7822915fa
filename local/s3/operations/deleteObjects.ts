import { isAllowed } from '../auth/authorise';
import type { Node } from '../body/readDocument';
import { readDocument } from '../body/readDocument';
import { S3Error } from '../errors';
import { xmlAnswer } from '../wire/answer';
import type { Element } from '../../xml';
import { element, optional } from '../../xml';
import type { BucketCall, Handler } from './call';
import { removeVersion } from './removeVersion';

const maxObjects = 1000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects: Handler<BucketCall> = async (call) => {
  const { headers, identity, body } = call;
  if (![...headers.keys()].some((name) => /^(content-md5|x-amz-trailer|x-amz-checksum-[a-z0-9]+)$/.test(name))) {
    throw new S3Error('InvalidRequest', {
      message: 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    });
  }
  const document = await readDocument({ headers, payload: identity.payload, body: body(), root: 'Delete' });
  const objects = document.children('Object').map(readObject);
  if (objects.length === 0 || objects.length > maxObjects) throw new S3Error('MalformedXML');
  const isQuiet = document.text('Quiet')?.trim() === 'true';
  const results: Element[] = [];
  for (const object of objects) {
    const result = await removeOne(call, object);
    if (result.name === 'Error' || !isQuiet) results.push(result);
  }
  return xmlAnswer(element('DeleteResult', results));
};

interface Named {
  readonly key: string;
  readonly versionId: string | undefined;
}

const readObject = (node: Node): Named => {
  const key = node.text('Key');
  if (key === undefined || key === '') throw new S3Error('MalformedXML');
  return { key, versionId: node.text('VersionId') };
};

const removeOne = async ({ world, bucket, identity }: BucketCall, { key, versionId }: Named): Promise<Element> => {
  const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
  const named = [element('Key', key), optional('VersionId', versionId)];
  if (!isAllowed(identity.principal, action, `${bucket.name}/${key}`)) {
    return element('Error', [...named, element('Code', 'AccessDenied'), element('Message', 'Access Denied')]);
  }
  const { marker, removed } = await removeVersion(world, bucket, key, versionId);
  const deleteMarker = marker ?? (removed?.isDeleteMarker === true ? removed : undefined);
  return element('Deleted', [
    ...named,
    ...(deleteMarker === undefined
      ? []
      : [element('DeleteMarker', true), element('DeleteMarkerVersionId', deleteMarker.versionId)]),
  ]);
};
