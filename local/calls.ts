/** A call of AWS as IAM judges it: who wants to do what to what. */
export interface Call {
  /** `source files`, `function signUpload` */
  readonly by: string;
  /** `s3:GetObject` */
  readonly action: string;
  /** An ARN, in the twin's own account. */
  readonly resource: string;
}

/** Told of each call that one of the stack's own principals makes, before it is allowed or refused. */
export type OnCall = (call: Call) => void;
