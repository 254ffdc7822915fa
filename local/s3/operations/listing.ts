import { invalidArgument } from '../errors';
import { byteForm, fromByteForm } from '../store/catalog';
import { encodeStrictly } from '../../signatures/encodeStrictly';
import type { BucketCall } from './call';

/** The parameters that all listings share. */
export interface ListingQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly limit: number;
  /** Encodes a name as the client requested. */
  readonly encode: (name: string) => string;
  /** `encode` for a name in byte form. */
  readonly encodeBytes: (name: string) => string;
  readonly encodingType?: string;
}

/** Parses the parameters that all listings share; `limitName` is `max-keys` or the like. */
export const readListing = ({ query }: BucketCall, limitName: string): ListingQuery => {
  const encodingType = query.get('encoding-type');
  if (encodingType !== undefined && encodingType !== 'url')
    throw invalidArgument('encoding-type', encodingType, 'Invalid Encoding Method specified in Request');
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

/** The common prefix under which a listing groups a name: up to the delimiter's first place behind the prefix. */
export const groupOf = (name: string, { prefix, delimiter }: ListingQuery): string | undefined => {
  const cut = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length);
  return cut < 0 ? undefined : name.slice(0, cut + delimiter.length);
};

/** Where a listing continues after a name, in byte form; after a name in a group, behind the whole group. */
export const startAfter = (name: string, listing: ListingQuery): string => {
  const group = groupOf(name, listing);
  return group === undefined ? `${byteForm(name)}\0` : `${byteForm(group)}\u00ff`; // ff is no byte of UTF-8
};

/** A limit from 0 to 1000; like S3, caps higher ones at 1000. */
export const readLimit = (name: string, value: string | undefined): number => {
  if (value === undefined || value === '') return 1000;
  if (!/^\d{1,10}$/.test(value))
    throw invalidArgument(name, value, `Provided ${name} not an integer or within integer range`);
  return Math.min(Number(value), 1000);
};

/** The part number after which a listing continues; default: 0. */
export const readPartMarker = (value = '0'): number => {
  const marker = value || '0';
  if (!/^\d{1,5}$/.test(marker))
    throw invalidArgument('part-number-marker', marker, 'Argument part-number-marker must be an integer');
  return Number(marker);
};

// S3 keeps slashes and encodes a space as a plus.
const urlForm = (name: string): string => name.split('/').map(encodeStrictly).join('/').replaceAll('%20', '+');
