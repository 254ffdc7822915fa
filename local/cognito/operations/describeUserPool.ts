import type { DescribeUserPoolResponse, UsernameAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services';
import { adminOperation } from './operation';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
export const describeUserPool = adminOperation(
  {},
  async (_, services: Pick<Services, 'settings' | 'store'>): Promise<DescribeUserPoolResponse> => {
    const { settings, store } = services;
    const { name, passwordPolicy, mfa, usernameCaseSensitive, usernameAttributes, autoVerifiedAttributes } =
      settings.pool;
    const verifiedFirst = settings.pool.attributesRequireVerificationBeforeUpdate.flatMap(asUsernameAttribute);
    return {
      UserPool: {
        Id: settings.poolId,
        Name: name,
        Policies: {
          PasswordPolicy: {
            MinimumLength: passwordPolicy.minimumLength,
            RequireUppercase: passwordPolicy.requireUppercase,
            RequireLowercase: passwordPolicy.requireLowercase,
            RequireNumbers: passwordPolicy.requireNumbers,
            RequireSymbols: passwordPolicy.requireSymbols,
            TemporaryPasswordValidityDays: passwordPolicy.temporaryPasswordValidityDays,
          },
        },
        UsernameAttributes: usernameAttributes.flatMap(asUsernameAttribute),
        AutoVerifiedAttributes: autoVerifiedAttributes.flatMap(asUsernameAttribute),
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: verifiedFirst },
        UsernameConfiguration: { CaseSensitive: usernameCaseSensitive },
        MfaConfiguration: mfa === 'REQUIRED' ? 'ON' : mfa,
        EstimatedNumberOfUsers: store.users.size(),
      },
    };
  },
);

const usernameAttributeTypes: readonly UsernameAttributeType[] = ['email', 'phone_number'];

const asUsernameAttribute = (name: string) => usernameAttributeTypes.filter((known) => known === name);
