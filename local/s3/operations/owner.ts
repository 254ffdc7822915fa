import { createHash } from 'node:crypto';
import { place } from '../../place';
import { element } from '../../xml';

/**
 * Who owns every bucket and what is in it: the account, by its canonical id, which is 64 hexadecimal digits and here made
 * up. See https://docs.aws.amazon.com/AmazonS3/latest/API/API_Owner.html
 */
export const owner = element('Owner', [element('ID', createHash('sha256').update(place.accountId).digest('hex'))]);
