/** Session tags, by key. */
export type Tags = ReadonlyMap<string, string>;

/** Temporary credentials. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** The parameters of a new session. */
export interface SessionRequest {
  readonly sessionName: string;
  readonly tags: Tags;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** A role that can be assumed. */
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

/** The ARN of a role session: `arn:aws:sts::1:assumed-role/name/session`. */
export const sessionArn = (roleArn: string, sessionName: string): string =>
  `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${sessionName}`;
