import { Aws } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  CfnUserPool,
  CfnUserPoolClient,
  CfnUserPoolDomain,
  CfnUserPoolRiskConfigurationAttachment,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { pool, poolClient } from '../config/pool';
import { acknowledge } from './acknowledge';
import type { StageConfig } from './config';
import { emailSettings } from './emailSettings';
import { removalPolicyOf } from './removalPolicy';

/** Who may come in: the user pool, its one public client and the hosted sign-in page. */
export class Auth extends Construct {
  readonly userPool: CfnUserPool;
  readonly client: CfnUserPoolClient;
  /** The host name of the hosted sign-in page. */
  readonly domain: string;

  constructor(scope: Construct, id: string, stage: StageConfig) {
    super(scope, id);
    this.userPool = createPool(this, stage);
    this.client = createClient(this, this.userPool, stage);
    this.domain = createHostedPage(this, stage);
    if (stage.threatProtection) stopThreats(this, this.userPool);
  }
}

const createPool = (scope: Construct, stage: StageConfig): CfnUserPool => {
  const userPool = new CfnUserPool(scope, 'UserPool', {
    userPoolName: pool.name,
    userPoolTier: stage.threatProtection ? 'PLUS' : 'ESSENTIALS',
    deletionProtection: stage.keepsData ? 'ACTIVE' : 'INACTIVE',
    usernameAttributes: [...pool.usernameAttributes],
    usernameConfiguration: { caseSensitive: pool.usernameCaseSensitive },
    autoVerifiedAttributes: [...pool.autoVerifiedAttributes],
    userAttributeUpdateSettings: {
      attributesRequireVerificationBeforeUpdate: [...pool.attributesRequireVerificationBeforeUpdate],
    },
    accountRecoverySetting: { recoveryMechanisms: [{ name: 'verified_email', priority: 1 }] },
    schema: [{ name: 'email', required: true, mutable: true }],
    policies: {
      passwordPolicy: { ...pool.passwordPolicy },
      signInPolicy: { allowedFirstAuthFactors: ['PASSWORD'] },
    },
    mfaConfiguration: pool.mfa,
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    verificationMessageTemplate: { defaultEmailOption: 'CONFIRM_WITH_CODE' },
    ...(stage.mailFrom !== undefined && { emailConfiguration: emailSettings(stage.mailFrom) }),
    ...(stage.threatProtection && { userPoolAddOns: { advancedSecurityMode: 'ENFORCED' } }),
  });
  userPool.applyRemovalPolicy(removalPolicyOf(stage));
  acknowledge(userPool, {
    'AwsSolutions-COG2':
      'A second factor is offered to everyone but forced on no one: the app has no account recovery desk.',
    ...(!stage.threatProtection && {
      'AwsSolutions-COG8':
        'Threat protection is paid by the active user; this stage has developers only, production has it on.',
    }),
  });
  return userPool;
};

const createClient = (scope: Construct, userPool: CfnUserPool, stage: StageConfig): CfnUserPoolClient => {
  const { flows, scopes } = poolClient.oauth;
  return new CfnUserPoolClient(scope, 'Client', {
    userPoolId: userPool.ref,
    clientName: poolClient.name,
    generateSecret: false,
    explicitAuthFlows: [...poolClient.explicitAuthFlows],
    supportedIdentityProviders: ['COGNITO'],
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthFlows: [...flows],
    allowedOAuthScopes: [...scopes],
    callbackUrLs: [...stage.webOrigins],
    logoutUrLs: [...stage.webOrigins],
    tokenValidityUnits: { accessToken: 'minutes', idToken: 'minutes', refreshToken: 'days' },
    accessTokenValidity: poolClient.accessTokenMinutes,
    idTokenValidity: poolClient.idTokenMinutes,
    refreshTokenValidity: poolClient.refreshTokenDays,
    authSessionValidity: poolClient.authSessionMinutes,
    enableTokenRevocation: poolClient.enableTokenRevocation,
    preventUserExistenceErrors: poolClient.preventUserExistenceErrors ? 'ENABLED' : 'LEGACY',
    readAttributes: [...poolClient.readAttributes],
    writeAttributes: [...poolClient.writeAttributes],
  });
};

const createHostedPage = (auth: Auth, stage: StageConfig): string => {
  const { userPool, client } = auth;
  const domain = new CfnUserPoolDomain(auth, 'Domain', {
    userPoolId: userPool.ref,
    // Prefixes share one namespace in a region, across all accounts.
    domain: `myfiles-${stage.name}-${Aws.ACCOUNT_ID}`,
    managedLoginVersion: 2,
  });
  const branding = new CfnManagedLoginBranding(auth, 'Branding', {
    userPoolId: userPool.ref,
    clientId: client.ref,
    useCognitoProvidedValues: true,
  });
  branding.addResourceDependency(domain);
  return `${domain.ref}.auth.${Aws.REGION}.amazoncognito.com`;
};

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html
const stopThreats = (scope: Construct, userPool: CfnUserPool): void => {
  new CfnUserPoolRiskConfigurationAttachment(scope, 'RiskConfiguration', {
    userPoolId: userPool.ref,
    clientId: 'ALL',
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    accountTakeoverRiskConfiguration: {
      actions: {
        highAction: { eventAction: 'BLOCK', notify: false },
        mediumAction: { eventAction: 'MFA_IF_CONFIGURED', notify: false },
        lowAction: { eventAction: 'NO_ACTION', notify: false },
      },
    },
  });
};
