import { createHash } from 'node:crypto';
import { place } from '../../place';
import { element, type Element } from '../../xml';
import type { Upload } from '../store/uploads';

/**
 * The owner of every bucket, object and upload: the account, by its canonical user id. The id has S3's form, 64
 * hexadecimal digits, but is made up. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Owner.html
 */
export const owner = element('Owner', [element('ID', createHash('sha256').update(place.accountId).digest('hex'))]);

/**
 * Who began an upload: a user or a session of a role, by ARN and name. AWS documents the form for users, and what it
 * answers was seen in https://github.com/versity/versitygw/issues/2142; for sessions it is inferred.
 */
export const initiatorOf = ({ initiator }: Upload): Element | undefined =>
  initiator === undefined
    ? undefined
    : element('Initiator', [
        element('ID', initiator),
        element('DisplayName', initiator.slice(initiator.lastIndexOf('/') + 1)),
      ]);
