import { invalidArgument } from '../errors';
import type { Call } from './call';

/** Whether a string has the form of a version id. */
export const isVersionId = (text: string): boolean => /^(null|[\w.-]{32})$/.test(text);

/** The `versionId` of a request, if it has one; InvalidArgument unless it has the form of a version id. */
export const readVersionId = ({ query }: Pick<Call, 'query'>): string | undefined => {
  const text = query.get('versionId');
  if (text === undefined || isVersionId(text)) return text;
  throw invalidArgument(
    'versionId',
    text,
    text === '' ? 'Version id cannot be the empty string' : 'Invalid version id specified',
  );
};
