import { authorise } from '../auth/authorise';
import { invalidArgument } from '../errors';
import type { Version } from '../store/version';
import { xmlAnswer } from '../wire/answer';
import type { Headers } from '../wire/headers';
import { element, type Element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { findVersion } from './findVersion';
import { readLimit, readPartMarker } from './listing';
import { checksumElements, versionHeaders } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export const getObjectAttributes: Handler<ObjectCall> = (call) => {
  const { headers, query, identity, bucket, key } = call;
  const reading = query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject';
  authorise(identity.principal, reading, `${bucket.name}/${key}`);
  const names = readNames(headers.get('x-amz-object-attributes'));
  const version = findVersion(call);
  const found = names.map((name) => attributes[name](version, headers));
  const lastModified = { 'last-modified': new Date(version.lastModified).toUTCString() };
  return Promise.resolve(
    xmlAnswer(element('GetObjectAttributesResponse', found), { ...versionHeaders(version), ...lastModified }),
  );
};

type Attribute = (version: Version, headers: Headers) => Element | undefined;

/** In the order of the response. */
const attributes = {
  ETag: ({ etag }) => element('ETag', etag),
  Checksum: ({ checksum }) => checksum && element('Checksum', checksumElements(withoutCount(checksum))),
  ObjectParts: (version, headers) => (version.uploadId === undefined ? undefined : parts(version, headers)),
  StorageClass: () => element('StorageClass', 'STANDARD'),
  ObjectSize: ({ size }) => element('ObjectSize', size),
} satisfies Record<string, Attribute>;

type Name = keyof typeof attributes;

const isName = (name: string): name is Name => Object.hasOwn(attributes, name);

const readNames = (header = ''): readonly Name[] => {
  const asked = header.split(',').map((name) => name.trim());
  if (!asked.every(isName)) {
    throw invalidArgument('x-amz-object-attributes', header, 'Invalid attribute name specified.');
  }
  return Object.keys(attributes)
    .filter(isName)
    .filter((name) => asked.includes(name));
};

/** In this response, a composite checksum has no part count. */
const withoutCount = (checksum: NonNullable<Version['checksum']>) => ({
  ...checksum,
  value: checksum.value.replace(/-\d+$/, ''),
});

/** The parts of a multipart object; listed only under a composite checksum, where each has its own. */
const parts = ({ pieces, checksum }: Version, headers: Headers): Element => {
  if (checksum?.type !== 'COMPOSITE') return element('ObjectParts', [element('PartsCount', pieces.length)]);
  const limit = readLimit('max-parts', headers.get('x-amz-max-parts'));
  const marker = readPartMarker(headers.get('x-amz-part-number-marker'));
  const page = pieces.slice(marker, marker + limit);
  return element('ObjectParts', [
    element('PartsCount', pieces.length),
    element('PartNumberMarker', marker),
    element('NextPartNumberMarker', page.length === 0 ? 0 : marker + page.length),
    element('MaxParts', limit),
    element('IsTruncated', marker + page.length < pieces.length),
    ...page.map((piece, at) =>
      element('Part', [
        element('PartNumber', marker + at + 1), // a composite checksum requires consecutive part numbers
        element('Size', piece.size),
        piece.checksum === undefined ? undefined : checksumElements({ ...checksum, value: piece.checksum })[0],
      ]),
    ),
  ]);
};
