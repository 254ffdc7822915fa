import { isAllowed } from '../auth/authorise';
import { readDocument, type Node } from '../body/readDocument';
import { S3Error } from '../errors';
import { xmlAnswer } from '../wire/answer';
import { element, optional, type Element } from '../../xml';
import type { BucketCall, Handler } from './call';
import { isVersionId } from './readVersionId';
import { readsEtag, removeVersion, type Deletion } from './removeVersion';

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

const readObject = (node: Node): Deletion => {
  const key = node.text('Key');
  if (key === undefined || key === '') throw new S3Error('MalformedXML');
  return { key, versionId: node.text('VersionId'), match: node.text('ETag')?.trim() };
};

const removeOne = async (call: BucketCall, deletion: Deletion): Promise<Element> => {
  const named = [element('Key', deletion.key), optional('VersionId', deletion.versionId)];
  try {
    return element('Deleted', [...named, ...(await removeAllowed(call, deletion))]);
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return element('Error', [...named, element('Code', error.code), element('Message', error.message)]);
  }
};

const removeAllowed = async ({ world, bucket, identity }: BucketCall, deletion: Deletion): Promise<Element[]> => {
  const actions = [
    deletion.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
    ...(readsEtag(deletion) ? ['s3:GetObject'] : []),
  ];
  const isRefused = (action: string) => !isAllowed(identity.principal, action, `${bucket.name}/${deletion.key}`);
  if (actions.some(isRefused)) throw new S3Error('AccessDenied');
  if (deletion.versionId !== undefined && !isVersionId(deletion.versionId)) throw new S3Error('NoSuchVersion');
  const { marker, removed } = await removeVersion(world, bucket, deletion);
  const deleteMarker = marker ?? (removed?.isDeleteMarker === true ? removed : undefined);
  if (deleteMarker === undefined) return [];
  return [element('DeleteMarker', true), element('DeleteMarkerVersionId', deleteMarker.versionId)];
};
