import type { User } from '../store/rows';

/** Which second factors a user has turned on, as operations answer it; nothing if there are none. */
export const mfaInAnswer = ({ softwareToken }: User) =>
  softwareToken?.isVerified && softwareToken.isEnabled
    ? {
        UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
        ...(softwareToken.isPreferred ? { PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' } : {}),
      }
    : {};
