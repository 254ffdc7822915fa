import { xmlAnswer } from '../wire/answer';
import { element } from '../../xml';
import type { Handler, ObjectCall } from './call';
import { findTagged } from './findVersion';
import { versionHeaders } from './objectHeaders';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const getObjectTagging: Handler<ObjectCall> = (call) => {
  const version = findTagged(call, 'GET');
  const tags = version.tags.map(({ key, value }) => element('Tag', [element('Key', key), element('Value', value)]));
  return Promise.resolve(xmlAnswer(element('Tagging', [element('TagSet', tags)]), versionHeaders(version)));
};
