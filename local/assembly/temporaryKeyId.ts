/**
 * An access key id for temporary credentials, derived from a secret: `ASIA` and 16 letters or digits.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
export const temporaryKeyId = (secret: string): string =>
  `ASIA${secret
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 16)}`;
