import type { Credentials } from '../credentials';
import { SessionRefused } from './errors';
import type { FormAnswer } from './postForm';

/** Temporary credentials that give access to one person's bytes only. */
export interface Session {
  readonly credentials: Credentials;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/**
 * Reads STS's response to AssumeRole, or throws SessionRefused.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const readSession = ({ status, text }: FormAnswer): Session => {
  if (status !== 200) throw new SessionRefused(status, /<Code>(\w{1,64})<\/Code>/.exec(text)?.[1] ?? 'no Code');
  const endsAt = Date.parse(only(text, 'Expiration'));
  if (Number.isNaN(endsAt)) throw new SessionRefused(status, 'no Expiration');
  return {
    credentials: {
      accessKeyId: only(text, 'AccessKeyId'),
      secretAccessKey: only(text, 'SecretAccessKey'),
      sessionToken: only(text, 'SessionToken'),
    },
    endsAt,
  };
};

/** The text of an element that must occur exactly once. The elements read here hold no characters that XML escapes. */
const only = (xml: string, element: string): string => {
  const [found, ...others] = xml.matchAll(new RegExp(`<${element}>([\\w+/=.:-]+)</${element}>`, 'g'));
  if (found?.[1] === undefined || others.length > 0) throw new SessionRefused(200, `no ${element}`);
  return found[1];
};
