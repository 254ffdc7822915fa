import { S3Error } from '../errors';
import { byteForm, fromByteForm } from '../store/catalog';
import { encodeStrictly } from '../../signatures/encodeStrictly';
import type { BucketCall } from './call';

/** What all listings take. */
export interface ListingQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly limit: number;
  /** Writes a name as the client asked to have it. */
  readonly encode: (name: string) => string;
  /** The same for a name in byte form. */
  readonly encodeBytes: (name: string) => string;
  readonly encodingType?: string;
}

/** Reads the parameters that listings share; `limitName` is `max-keys` and the like. */
export const readListing = ({ query }: BucketCall, limitName: string): ListingQuery => {
  const encodingType = query.get('encoding-type');
  if (encodingType !== undefined && encodingType !== 'url')
    throw invalid('encoding-type', encodingType, 'Invalid Encoding Method specified in Request');
  const encode = (name: string) => (encodingType === undefined ? name : urlForm(name));
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: readLimit(limitName, query.get(limitName)),
    encode,
    encodeBytes: (name) => encode(fromByteForm(name)),
    ...(encodingType === undefined ? {} : { encodingType }),
  };
};

/** Where a listing goes on after a name, in byte form: if the name is that of a group, with what follows the group. */
export const startAfter = (name: string, { prefix, delimiter }: ListingQuery): string => {
  const cut = name.length - delimiter.length;
  const isGroup = delimiter !== '' && name.endsWith(delimiter) && name.indexOf(delimiter, prefix.length) === cut;
  return `${byteForm(name)}${isGroup ? '\u00ff' : '\0'}`; // UTF-8 has no byte ff
};

/** A count between 0 and 1000; S3 answers more with 1000. */
export const readLimit = (name: string, value: string | undefined): number => {
  if (value === undefined || value === '') return 1000;
  if (!/^\d{1,10}$/.test(value)) throw invalid(name, value, `Provided ${name} not an integer or within integer range`);
  return Math.min(Number(value), 1000);
};

/** The number of the part that a list goes on after; none is 0. */
export const readPartMarker = (value = '0'): number => {
  const marker = value || '0';
  if (!/^\d{1,5}$/.test(marker))
    throw invalid('part-number-marker', marker, 'Argument part-number-marker must be an integer');
  return Number(marker);
};

/** A parameter that makes no sense. */
export const invalid = (ArgumentName: string, ArgumentValue: string, message: string): S3Error =>
  new S3Error('InvalidArgument', { message, details: { ArgumentName, ArgumentValue } });

// S3 leaves the slash and writes a space as a plus.
const urlForm = (name: string): string => name.split('/').map(encodeStrictly).join('/').replaceAll('%20', '+');
