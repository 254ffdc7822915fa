/** A call of AWS as IAM judges it: who wants to do what to what. */
export interface Call {
  /** `source files`, `function signUpload`, `session of signUpload` */
  readonly by: string;
  /** `s3:GetObject` */
  readonly action: string;
  /** An ARN, in the twin's own account. */
  readonly resource: string;
  /** Of a session: the person whom it is tagged with. */
  readonly owner?: string;
  /** What a policy's conditions may ask about, by the name of the key. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Told of each call that one of the stack's own principals makes, before it is allowed or refused. */
export type OnCall = (call: Call) => void;
