import { at, listOf, type Json } from '../template/json';
import { onlyResource, resourcesOf, textOf } from '../template/resources';

/** The tables of a template by name: keys, time to live and indexes. */
export const projectTables = (template: Json) =>
  Object.fromEntries(
    resourcesOf(template, 'AWS::DynamoDB::Table').map(({ properties }) => [
      String(properties.TableName),
      {
        ...keysOf(properties, properties.KeySchema),
        timeToLiveAttribute:
          at(properties, 'TimeToLiveSpecification', 'Enabled') === true &&
          at(properties, 'TimeToLiveSpecification', 'AttributeName'),
        stream: at(properties, 'StreamSpecification', 'StreamViewType'),
        localIndexes: listOf(properties.LocalSecondaryIndexes).map((index) => ({
          name: at(index, 'IndexName'),
          ...keysOf(properties, at(index, 'KeySchema')),
          projection: at(index, 'Projection', 'ProjectionType'),
        })),
        globalIndexes: listOf(properties.GlobalSecondaryIndexes),
      },
    ]),
  );

const keysOf = (properties: Json, schema: unknown) => ({
  partitionKey: keyOf(properties, schema, 'HASH'),
  sortKey: keyOf(properties, schema, 'RANGE'),
});

const keyOf = (properties: Json, schema: unknown, keyType: string) => {
  const name = at(
    listOf(schema).find((key) => at(key, 'KeyType') === keyType),
    'AttributeName',
  );
  const definition = listOf(properties.AttributeDefinitions).find((entry) => at(entry, 'AttributeName') === name);
  return { name, type: at(definition, 'AttributeType') };
};

/** The bucket that browsers reach. */
export const projectBucket = (template: Json) => {
  const [bytes] = resourcesOf(template, 'AWS::S3::Bucket').filter(({ properties }) => properties.CorsConfiguration);
  const rules = listOf(at(bytes?.properties, 'LifecycleConfiguration', 'Rules'));
  return {
    name: textOf(bytes?.properties.BucketName),
    versioning: at(bytes?.properties, 'VersioningConfiguration', 'Status'),
    cors: at(bytes?.properties, 'CorsConfiguration', 'CorsRules'),
    abortIncompleteMultipartDays: rules.map((rule) =>
      at(rule, 'AbortIncompleteMultipartUpload', 'DaysAfterInitiation'),
    ),
    noncurrentVersionDays: rules.map((rule) => at(rule, 'NoncurrentVersionExpiration', 'NoncurrentDays')),
  };
};

/** The user pool. */
export const projectPool = (template: Json) => {
  const { properties } = onlyResource(template, 'AWS::Cognito::UserPool');
  return {
    name: properties.UserPoolName,
    usernameAttributes: properties.UsernameAttributes,
    autoVerifiedAttributes: properties.AutoVerifiedAttributes,
    attributesRequireVerificationBeforeUpdate: at(
      properties,
      'UserAttributeUpdateSettings',
      'AttributesRequireVerificationBeforeUpdate',
    ),
    usernameCaseSensitive: at(properties, 'UsernameConfiguration', 'CaseSensitive'),
    mfa: properties.MfaConfiguration,
    groups: resourcesOf(template, 'AWS::Cognito::UserPoolGroup').map((group) => group.properties.GroupName),
    passwordPolicy: at(properties, 'Policies', 'PasswordPolicy'),
  };
};

/** The only client of the pool. */
export const projectClient = (template: Json) => {
  const { properties } = onlyResource(template, 'AWS::Cognito::UserPoolClient');
  const units = properties.TokenValidityUnits;
  return {
    name: properties.ClientName,
    hasSecret: properties.GenerateSecret,
    authFlows: properties.ExplicitAuthFlows,
    oauthFlows: properties.AllowedOAuthFlows,
    scopes: properties.AllowedOAuthScopes,
    callbackUrls: properties.CallbackURLs,
    logoutUrls: properties.LogoutURLs,
    lifetimes: [
      `access ${String(properties.AccessTokenValidity)} ${String(at(units, 'AccessToken'))}`,
      `id ${String(properties.IdTokenValidity)} ${String(at(units, 'IdToken'))}`,
      `refresh ${String(properties.RefreshTokenValidity)} ${String(at(units, 'RefreshToken'))}`,
      `session ${String(properties.AuthSessionValidity)} minutes`,
    ],
    revocation: properties.EnableTokenRevocation,
    preventUserExistenceErrors: properties.PreventUserExistenceErrors,
    readAttributes: properties.ReadAttributes,
    writeAttributes: properties.WriteAttributes,
  };
};
