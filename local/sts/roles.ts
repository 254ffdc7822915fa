/** Session tags, by key. */
export type Tags = ReadonlyMap<string, string>;

/** Credentials that end. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** What a session is to be. */
export interface SessionRequest {
  readonly sessionName: string;
  readonly tags: Tags;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** A role that may be assumed. */
export interface AssumableRole {
  readonly arn: string;
  readonly maxSessionSeconds: number;
  /** Whether its trust policy lets a caller assume it with these tags. */
  readonly trusts: (callerArn: string, tags: Tags) => boolean;
  readonly begin: (request: SessionRequest) => Session;
}

/** Roles by ARN. */
export interface Roles {
  readonly get: (arn: string) => AssumableRole | undefined;
}

/** `arn:aws:sts::1:assumed-role/name/session` of a session of a role. */
export const sessionArn = (roleArn: string, sessionName: string): string =>
  `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${sessionName}`;
