/** Nothing can be deployed from here, or to there. The message says in one line what to do about it. */
export class AccountNotReady extends Error {
  override readonly name = 'AccountNotReady';
}

/** The web page cannot be published. The message says what to run first. */
export class NothingToPublish extends Error {
  override readonly name = 'NothingToPublish';
}
