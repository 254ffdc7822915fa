import type { SetUserMFAPreferenceResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import { flag, optional } from '../input/check';
import { token } from '../input/members';
import { structure } from '../input/structure';
import type { Services } from '../services';
import { updateUser } from '../users/updateUser';
import { operation } from './operation';

const mfaSettings = structure({ Enabled: optional(flag), PreferredMfa: optional(flag) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html */
export const setUserMFAPreference = operation(
  {
    AccessToken: token,
    SoftwareTokenMfaSettings: optional(mfaSettings),
    SMSMfaSettings: optional(mfaSettings),
    EmailMfaSettings: optional(mfaSettings),
  },
  async (
    { AccessToken, SoftwareTokenMfaSettings: wanted, SMSMfaSettings, EmailMfaSettings },
    services: Pick<Services, 'settings' | 'store' | 'clock' | 'verifyCaller'>,
  ): Promise<SetUserMFAPreferenceResponse> => {
    const { user } = await services.verifyCaller(AccessToken);
    if (SMSMfaSettings?.Enabled || EmailMfaSettings?.Enabled) {
      throw invalidParameter('This user pool has no second factor but SOFTWARE_TOKEN_MFA.');
    }
    if (wanted === undefined) return {};
    await updateUser(services, user.id, ({ softwareToken }) => {
      const { Enabled = false, PreferredMfa = false } = wanted;
      if (Enabled && (services.settings.pool.mfa === 'OFF' || !softwareToken?.isVerified)) {
        throw invalidParameter('User has not verified software token mfa');
      }
      return softwareToken === undefined
        ? {}
        : { softwareToken: { ...softwareToken, isEnabled: Enabled, isPreferred: Enabled && PreferredMfa } };
    });
    return {};
  },
);
