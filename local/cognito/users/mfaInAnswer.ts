import type { User } from '../store/rows';

/** The second factors that a user has enabled, in the form of an operation's output; empty if there are none. */
export const mfaInAnswer = ({ softwareToken }: User) =>
  softwareToken?.isVerified && softwareToken.isEnabled
    ? {
        UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
        ...(softwareToken.isPreferred ? { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' } : {}),
      }
    : {};
