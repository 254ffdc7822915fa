import type { IncomingMessage } from 'node:http';
import { authenticate, type Identity } from './auth/authenticate';
import { authorise } from './auth/authorise';
import { openBody } from './body/body';
import { invalidArgument, S3Error } from './errors';
import { postObject } from './form/postObject';
import type { BucketDescription } from './options';
import type { Call, World } from './operations/call';
import { expectOwner } from './operations/expectOwner';
import { detect } from './operations/routes';
import { screenHeaders, withHoisted } from './operations/screen';
import { operations, type Entry } from './operations/table';
import type { Answer } from './wire/answer';
import { preflight } from './wire/cors';
import type { Headers } from './wire/headers';
import type { Target } from './wire/target';
import type { Want } from '../signatures/principal';

/** A request of which only the address and headers have been parsed. */
export interface Request {
  readonly method: string;
  readonly target: Target;
  readonly headers: Headers;
  readonly message: IncomingMessage;
}

/** Answers one request: authenticates, detects the operation, screens its headers, authorises, runs. Throws S3Error. */
export const answerRequest = async (request: Request, world: World): Promise<Answer> => {
  const { method, target, headers } = request;
  if (method === 'OPTIONS') return preflight(findBucket(target, world).cors, headers);
  if (isPost(request)) return postObject(requireForm(request), findBucket(target, world), world);
  const identity = authenticate(request, world);
  const entry: Entry = operations[detect(method, target, headers)];
  const call = createCall(request, identity, world);
  screenHeaders(call.headers);
  const action = actionOf(entry, call.query);
  if (action !== undefined) authorise(identity.principal, action, resourceOf(target), contextOf(call));
  return run(entry, call, target);
};

/** The IAM action that a request needs; InvalidArgument if it names a version and the operation takes none. */
const actionOf = ({ action, versionAction }: Entry, query: Call['query']): string | undefined => {
  const versionId = query.get('versionId');
  if (versionId === undefined) return action;
  if (versionAction !== undefined) return versionAction;
  throw invalidArgument('versionId', versionId, 'This operation does not accept a version-id.');
};

// A form carries its signature in its fields, so it is authenticated as it is read.
const isPost = ({ method, target }: Request): boolean =>
  method === 'POST' && target.bucket !== undefined && target.key === undefined && target.query.length === 0;

const requireForm = ({ headers, message }: Request): IncomingMessage => {
  if (/^multipart\/form-data/i.test(headers.get('content-type') ?? '')) return message;
  throw new S3Error('PreconditionFailed', {
    details: { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' },
  });
};

const createCall = ({ target, headers, message }: Request, identity: Identity, world: World): Call => ({
  world,
  identity,
  bucketName: target.bucket ?? '',
  query: new Map(target.query),
  headers: withHoisted(headers, target.query),
  body: () => openBody(message, identity),
});

const run = (entry: Entry, call: Call, target: Target): Promise<Answer> => {
  if (entry.level === 'service') return entry.run(call);
  const bucket = findBucket(target, call.world);
  expectOwner(call.headers);
  if (entry.level === 'bucket') return entry.run({ ...call, bucket });
  return entry.run({ ...call, bucket, key: target.key ?? '' });
};

/** The bucket of a request, or NoSuchBucket. */
const findBucket = ({ bucket = '' }: Target, { buckets }: World): BucketDescription => {
  const found = buckets.get(bucket);
  if (found !== undefined) return found;
  throw new S3Error('NoSuchBucket', { details: { BucketName: bucket } });
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const contextOf = ({ query }: Call): Want['context'] => {
  const prefix = query.get('prefix');
  return prefix === undefined ? undefined : { 's3:prefix': prefix };
};

const resourceOf = ({ bucket, key }: Target): string => [bucket ?? '*', ...(key === undefined ? [] : [key])].join('/');
