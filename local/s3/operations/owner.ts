import { createHash } from 'node:crypto';
import { place } from '../../place';
import { element } from '../../xml';

/**
 * The owner of every bucket, object and upload: the account, by its canonical user id. The id has S3's form, 64
 * hexadecimal digits, but is made up. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Owner.html
 */
export const owner = element('Owner', [element('ID', createHash('sha256').update(place.accountId).digest('hex'))]);
