import { isSignature } from '../../signatures/readSignature';
import { SignatureRefused } from '../errors';

/**
 * Requires a Signature Version 4 for AppSync, but verifies neither the signature nor the signer: any key may evaluate
 * code here. Error types and messages are those of
 * https://docs.aws.amazon.com/appsync/latest/APIReference/CommonErrors.html.
 */
export const demandSignature = (authorization: string | undefined): void => {
  if (authorization === undefined || !isSignature(authorization)) {
    throw new SignatureRefused('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  const missing = parameters.filter((name) => !new RegExp(`[ ,]${name}=[^ ,]`).test(authorization));
  if (missing.length > 0) {
    const message = missing.map((name) => `Authorization header requires '${name}' parameter.`).join(' ');
    throw new SignatureRefused('IncompleteSignatureException', message);
  }
  const [, credential = ''] = /[ ,]Credential=([^ ,]+)/.exec(authorization) ?? [];
  const elements = credential.split('/');
  if (elements.length !== 5) {
    const message = 'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.';
    throw new SignatureRefused('IncompleteSignatureException', message);
  }
  if (elements[3] !== 'appsync') {
    throw new SignatureRefused(
      'InvalidSignatureException',
      "Credential should be scoped to correct service: 'appsync'.",
    );
  }
};

const parameters = ['Credential', 'Signature', 'SignedHeaders'] as const;
