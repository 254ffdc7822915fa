import { encodeStrictly } from '../../signatures/encodeStrictly';
import { bucketOfHost } from './target';

/** An object's URL, with the bucket where the request to `host` had it: in the path, or in the host's name. */
export const objectUrl = (host: string, bucket: string, key: string): string => {
  const path = bucketOfHost(host) === undefined ? `${bucket}/` : '';
  return `http://${host}/${path}${encodeStrictly(key)}`;
};
