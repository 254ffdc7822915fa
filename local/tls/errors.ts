/** The local authority's files are unusable. They were left unchanged. */
export class AuthorityDamaged extends Error {
  override readonly name = 'AuthorityDamaged';

  constructor(directory: string, cause?: unknown) {
    super(
      `The certificate authority in ${directory} is damaged. Restore it from a copy, or remove that folder: a new one ` +
        'is made, which you then have to trust again.',
      { cause },
    );
  }
}
