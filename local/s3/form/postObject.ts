import type { IncomingMessage } from 'node:http';
import { authorise } from '../auth/authorise';
import { checksumByDefault, readDigests } from '../body/expectation';
import { ingest } from '../body/ingest';
import { parseDocument } from '../body/readDocument';
import { S3Error } from '../errors';
import { commitBytes } from '../operations/commitBytes';
import type { World } from '../operations/call';
import { expectOwner } from '../operations/expectOwner';
import { quoted, readObjectHeaders, versionHeaders } from '../operations/objectHeaders';
import { screenHeaders } from '../operations/screen';
import { readTagging } from '../operations/tags';
import type { BucketDescription } from '../options';
import type { Tag, Version } from '../store/version';
import { xmlAnswer, type Answer } from '../wire/answer';
import { objectUrl } from '../wire/objectUrl';
import { element } from '../../xml';
import { authenticateForm } from './authenticateForm';
import { checkPolicy, limitSize, readPolicy } from './policy';
import { readForm, type Form } from './readForm';

/**
 * An upload from an HTML form, signed by its policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export const postObject = async (
  message: IncomingMessage,
  bucket: BucketDescription,
  world: World,
): Promise<Answer> => {
  const form = await readForm(message);
  try {
    return await storeForm(form, message.headers.host ?? '', bucket, world);
  } finally {
    form.close();
  }
};

const storeForm = async (form: Form, host: string, bucket: BucketDescription, world: World): Promise<Answer> => {
  const { store, region, principals, clock } = world;
  const principal = authenticateForm(form.fields, { region, principals, clock });
  const policy = readPolicy(form.fields.get('policy') ?? '');
  checkPolicy(policy, new Map([...form.fields, ['bucket', bucket.name]]), clock());
  const key = readKey(form.fields.get('key'), form.fileName);
  authorise(principal, 's3:PutObject', `${bucket.name}/${key}`);
  const headers = asHeaders(form.fields);
  screenHeaders(headers);
  expectOwner(headers);
  const tags = readTaggingField(form.fields.get('tagging'));
  if (tags.length > 0) authorise(principal, 's3:PutObjectTagging', `${bucket.name}/${key}`);
  const about = { bucket: bucket.name, key, headers: readObjectHeaders(headers), tags };
  const digests = { checksum: checksumByDefault, ...readDigests(headers) };

  const body = { chunks: limitSize(form.chunks, policy), trailers: new Map<string, string>() };
  const version = await commitBytes(store, about, await ingest(body, digests, store.blobs));
  world.emit('ObjectCreated:Post', version);
  return answer(version, form.fields, objectUrl(host, bucket.name, key));
};

const readKey = (key: string | undefined, fileName: string): string => {
  if (key === undefined || key === '') {
    throw new S3Error('UserKeyMustBeSpecified', { details: { ArgumentName: 'key', ArgumentValue: '' } });
  }
  const whole = key.replaceAll('${filename}', fileName);
  if (Buffer.byteLength(whole) > 1024) throw new S3Error('KeyTooLongError');
  return whole;
};

const asHeaders = (fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...fields].map(([name, value]) => [name === 'acl' ? 'x-amz-acl' : name, Buffer.from(value).toString('latin1')]),
  );

// As S3 does, takes a document of another element for one without tags.
const readTaggingField = (xml: string | undefined): Tag[] =>
  xml === undefined ? [] : parseDocument(Buffer.from(xml)).children('Tagging').flatMap(readTagging);

const answer = (version: Version, fields: ReadonlyMap<string, string>, location: string): Answer => {
  const etag = quoted(version.etag);
  const headers = { etag, location, 'x-amz-server-side-encryption': 'AES256', ...versionHeaders(version) };
  const redirect = readUrl(fields.get('success_action_redirect') ?? fields.get('redirect'));
  if (redirect !== undefined) {
    redirect.searchParams.set('bucket', version.bucket);
    redirect.searchParams.set('key', version.key);
    redirect.searchParams.set('etag', etag);
    return { status: 303, headers: { ...headers, location: redirect.href } };
  }
  const status = fields.get('success_action_status');
  if (status === '200') return { status: 200, headers };
  if (status !== '201') return { status: 204, headers };
  const document = element('PostResponse', [
    element('Location', location),
    element('Bucket', version.bucket),
    element('Key', version.key),
    element('ETag', etag),
  ]);
  return { ...xmlAnswer(document, headers), status: 201 };
};

// S3 ignores a redirect that is not a URL.
const readUrl = (text: string | undefined): URL | undefined =>
  text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
