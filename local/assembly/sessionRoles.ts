import { bucket } from '../../config/bucket';
import type { Grants } from '../../resolvers/wiringTypes';
import type { OnCall } from '../calls';
import { isSameSecret } from '../isSameSecret';
import { place } from '../place';
import type { Principal, Want } from '../signatures/principal';
import { sessionArn, type AssumableRole, type Session } from '../sts/roles';
import type { Secrets } from './secrets';
import { temporaryKeyId } from './temporaryKeyId';

/** The role that a function assumes while it serves one owner. */
export interface SessionRole extends AssumableRole {
  /** The principal of one of this role's sessions; undefined for any other credentials. */
  readonly resume: (accessKeyId: string, sessionToken: string) => Principal | undefined;
}

/** The ARN of a function's session role. */
export const sessionRoleArn = (name: string): string => `arn:aws:iam::${place.accountId}:role/${name}-session`;

interface Parts {
  /** The function's name. */
  readonly name: string;
  readonly may: Grants;
  /** The function itself: nobody else may assume the role. */
  readonly trusted: Principal;
}

/**
 * A function's session role. Its sessions are stateless: the token carries the owner and the expiry under a MAC keyed
 * by the twin's secrets, and the keys are derived from the token. So a session survives a restart, as on AWS.
 */
export const createSessionRole = ({ name, may, trusted }: Parts, secrets: Secrets, onCall?: OnCall): SessionRole => {
  const tokenOf = (claims: Claims): string => {
    const text = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${name}.${text}.${macOf(text)}`;
  };
  const macOf = (text: string): string => secrets(`session token of ${name}: ${text}`);
  const sessionOf = (sessionToken: string, endsAt: number): Session => ({
    accessKeyId: temporaryKeyId(secrets(`session key id: ${sessionToken}`)),
    secretAccessKey: secrets(`session secret key: ${sessionToken}`),
    sessionToken,
    endsAt,
  });
  const arn = sessionRoleArn(name);
  return {
    arn,
    maxSessionSeconds: 3600,
    trusts: (callerArn, tags) => callerArn === trusted.arn && tags.size === 1 && tags.has('owner'),
    begin: ({ sessionName, tags, endsAt }) =>
      sessionOf(tokenOf({ sessionName, owner: tags.get('owner') ?? '', endsAt }), endsAt),
    resume: (accessKeyId, token) => {
      const [of, text = '', mac = '', ...rest] = token.split('.');
      if (of !== name || rest.length > 0 || !isSameSecret(macOf(text), mac)) return undefined;
      const claims: Claims = JSON.parse(Buffer.from(text, 'base64url').toString()); // ours, so well-formed
      const session = sessionOf(token, claims.endsAt);
      if (session.accessKeyId !== accessKeyId) return undefined;
      return {
        ...session,
        arn: sessionArn(arn, claims.sessionName),
        allows: (want) => isGranted(may, claims.owner, want),
        onWant: (want) => onCall?.({ by: `session of ${name}`, owner: claims.owner, ...want }),
      };
    },
  };
};

/** The claims in a session token. */
interface Claims {
  readonly sessionName: string;
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** The session role's policy, as `infra/grantStatements.ts` writes it in the cloud. */
const isGranted = ({ ownersBytes = [] }: Grants, owner: string, { action, resource, context }: Want): boolean => {
  const bucketArn = `arn:aws:s3:::${place.bucketName}`;
  const ownersKeys = `${bucket.keyPrefix}${owner}/`;
  if (!ownersBytes.some((granted) => granted === action)) return false;
  if (!action.startsWith('s3:ListBucket')) return resource.startsWith(`${bucketArn}/${ownersKeys}`);
  return resource === bucketArn && (context?.['s3:prefix'] ?? ownersKeys).startsWith(ownersKeys);
};
