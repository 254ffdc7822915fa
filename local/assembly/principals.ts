import { bucket } from '../../config/bucket';
import { tableIds, tables, type TableDescription } from '../../config/table';
import type { Grants } from '../../resolvers/wiringTypes';
import { fieldArn } from '../appsync/names';
import type { OnCall } from '../calls';
import { place } from '../place';
import type { Wiring } from '../project';
import type { Principal, Principals, Want } from '../signatures/principal';
import type { Roles } from '../sts/roles';
import { functionEntries } from './functionEntries';
import type { Secrets } from './secrets';
import { createSessionRole, sessionRoleArn, type SessionRole } from './sessionRoles';
import { temporaryKeyId } from './temporaryKeyId';

/** A principal with its access key id. */
export interface Credentials extends Principal {
  readonly accessKeyId: string;
}

/** The developer's credentials, for the AWS CLI and SDKs. They allow everything. */
export const developer = (secrets: Secrets): Credentials => ({
  accessKeyId: 'AKIALOCALDEVELOPER00',
  secretAccessKey: secrets('developer'),
  arn: `arn:aws:iam::${place.accountId}:user/developer`,
});

/** A function's role: temporary credentials that allow what the manifest grants, as on AWS. */
export const functionRole = (name: string, may: Grants, secrets: Secrets): Credentials => ({
  accessKeyId: temporaryKeyId(secrets(`key id of ${name}`)),
  secretAccessKey: secrets(`secret key of ${name}`),
  sessionToken: secrets(`session of ${name}`),
  arn: `arn:aws:sts::${place.accountId}:assumed-role/${name}/${name}`,
  allows: (want) => isGranted(may, want) || beginsSession(name, may, want),
});

/** Every principal the services know, and the roles that can be assumed. */
export interface KnownPrincipals {
  readonly principals: Principals;
  readonly roles: Roles;
  /** Replaces all principals and roles by those of the manifest's current grants. */
  readonly know: (wiring: Wiring, secrets: Secrets) => void;
}

/** Knows nobody until `know`. Reports each call by a function's role or session before it is allowed or refused. */
export const createPrincipals = (onCall?: OnCall): KnownPrincipals => {
  const byKey = new Map<string, Principal>();
  const roles = new Map<string, SessionRole>();
  const watched = (name: string, role: Credentials): Credentials => ({
    ...role,
    onWant: (want) => onCall?.({ by: `function ${name}`, ...want }),
  });
  return {
    principals: { get: (accessKeyId, token) => byKey.get(accessKeyId) ?? resume(roles, accessKeyId, token) },
    roles,
    know: (wiring, secrets) => {
      byKey.clear();
      roles.clear();
      const entries = functionEntries(wiring).map(([name, { may }]) => {
        const trusted = watched(name, functionRole(name, may, secrets));
        if (may.ownersBytes)
          roles.set(sessionRoleArn(name), createSessionRole({ name, may, trusted }, secrets, onCall));
        return trusted;
      });
      for (const principal of [developer(secrets), ...entries]) byKey.set(principal.accessKeyId, principal);
    },
  };
};

const resume = (roles: ReadonlyMap<string, SessionRole>, accessKeyId: string, token = ''): Principal | undefined => {
  for (const role of roles.values()) {
    const session = role.resume(accessKeyId, token);
    if (session) return session;
  }
  return undefined;
};

/** The permission to begin sessions, as `infra/sessionRole.ts` writes it in the cloud. */
const beginsSession = (name: string, { ownersBytes }: Grants, { action, resource }: Want): boolean =>
  ownersBytes !== undefined &&
  (action === 'sts:AssumeRole' || action === 'sts:TagSession') &&
  resource === sessionRoleArn(name);

/** The function role's policy, as `infra/grantStatements.ts` writes it in the cloud. */
const isGranted = (may: Grants, { action, resource }: Want): boolean => {
  if (action === 'appsync:GraphQL') return (may.fields ?? []).some((field) => fieldArn(field) === resource);
  if (action.startsWith('s3:')) return isIn(may.bucket, action) && isOfBucket(resource);
  return tableIds.some((id) => isIn(may[id], action) && isOfTable(tables[id], action, resource));
};

const isIn = (actions: readonly string[] = [], action: string): boolean => actions.includes(action);

const isOfBucket = (resource: string): boolean => {
  const arn = `arn:aws:s3:::${place.bucketName}`;
  return resource === arn || resource.startsWith(`${arn}/${bucket.keyPrefix}`);
};

/** Matches the table itself, or for a Query one of its local indexes. */
const isOfTable = ({ name, localIndexes }: TableDescription, action: string, resource: string): boolean => {
  const arn = `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${name}`;
  if (resource === arn) return true;
  return action === 'dynamodb:Query' && localIndexes.some((index) => resource === `${arn}/index/${index.name}`);
};
