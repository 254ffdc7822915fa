/**
 * A request whose signature is missing, incomplete, wrong or nobody's.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */
export class SignatureRefused extends Error {
  constructor(
    override readonly name:
      | 'MissingAuthenticationTokenException'
      | 'IncompleteSignatureException'
      | 'InvalidSignatureException'
      | 'UnrecognizedClientException'
      | 'ExpiredTokenException',
    message: string,
  ) {
    super(message);
  }
}

/** A request that its signer's policies do not allow. */
export class AccessDenied extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AccessDeniedException';
  }
}
