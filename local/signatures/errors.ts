/**
 * The signature is missing, incomplete, wrong or expired, or its key or token is unknown.
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

/** The signer's policies do not allow the request. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';
}
