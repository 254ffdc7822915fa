/** An AWS call as IAM sees it: the caller, the action and the resource. */
export interface Call {
  /** `source files`, `function signUpload`, `session of signUpload` */
  readonly by: string;
  /** `s3:GetObject` */
  readonly action: string;
  /** An ARN, in the twin's own account. */
  readonly resource: string;
  /** Sessions only: the owner that the session is tagged with. */
  readonly owner?: string;
  /** The values a policy's conditions can test, by condition key. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Called for each AWS call by one of the stack's own principals, before it is allowed or refused. */
export type OnCall = (call: Call) => void;
