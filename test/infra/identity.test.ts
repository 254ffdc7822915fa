import { describe, expect, it } from 'vitest';
import { at } from './template/json';
import { resourcesOf, textOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();

/**
 * When a logical id or one of these properties changes, CloudFormation creates a new resource: data stays in the old
 * one, and clients use a stale address. If this fails, make a migration plan first, then update the line.
 */
const identities: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Storagefiles0242F04E: {
    TableName: 'MyAppFiles',
    KeySchema: [
      { AttributeName: 'UserId', KeyType: 'HASH' },
      { AttributeName: 'FileId', KeyType: 'RANGE' },
    ],
    LocalSecondaryIndexes: [
      localIndex('UploadedAtIndex', 'UploadedKey'),
      localIndex('FileNameIndex', 'NameKey'),
      localIndex('FileSizeIndex', 'SizeKey'),
      localIndex('FileTypeIndex', 'TypeKey'),
    ],
  },
  Storageusage467D65E4: {
    TableName: 'MyAppUsage',
    KeySchema: [
      { AttributeName: 'UserId', KeyType: 'HASH' },
      { AttributeName: 'Entry', KeyType: 'RANGE' },
    ],
  },
  StorageBytesBucket06783468: { BucketName: 'myfiles-bytes-${AWS::AccountId}-${AWS::Region}' },
  AuthUserPool3A690A78: {
    AliasAttributes: undefined,
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
  },
  AuthClient23D8E456: { GenerateSecret: false, UserPoolId: '${AuthUserPool3A690A78}' },
  // CloudFormation generates its name: a new bucket would leave the page empty until the next publication.
  WebPages5FDC1F78: { BucketName: undefined },
  // A new one gets another host name.
  WebDistributionCF3E234B: {},
  AuthDomain7D4BCD77: { UserPoolId: '${AuthUserPool3A690A78}' },
  BackgroundDeadLettersD271A550: { QueueName: 'MyAppDeadLetters', FifoQueue: undefined },
  ApiGraphQL9B0AFA4B: { ApiType: undefined, Visibility: undefined },
};

/** The types of resources that hold data or have an address that clients know; log buckets may be replaced. */
const stateful = [
  'AWS::CloudFront::Distribution',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::DynamoDB::Table',
  'AWS::SQS::Queue',
  'AWS::AppSync::GraphQLApi',
];

describe.each(['dev', 'prod'] as const)('what holds data or is known to clients of %s', (stage) => {
  const { template } = synthesize(input, stage);

  it('is all in this list', () => {
    const found = resourcesOf(template).filter(({ type }) => stateful.includes(type) || type === 'AWS::S3::Bucket');

    expect(
      found
        .map(({ id }) => id)
        .filter((id) => !/Logs/.test(id))
        .sort(),
    ).toEqual(Object.keys(identities).sort());
  });

  it.each(Object.entries(identities))('keeps its identity: %s', (id, properties) => {
    const found = resourcesOf(template).find((resource) => resource.id === id);

    expect(found?.id).toBe(id);
    for (const [name, value] of Object.entries(properties)) {
      const said = at(found?.properties, name);
      expect(typeof value === 'string' ? textOf(said) : said).toEqual(value);
    }
  });
});

it('has resolvers that keep their logical ids: AppSync takes one per field, and CloudFormation creates before it deletes', () => {
  // https://github.com/aws/aws-appsync-community/issues/128
  const ids = resourcesOf(synthesize(input, 'prod').template, 'AWS::AppSync::Resolver').map(
    ({ id, properties }) =>
      [id.replace(/[0-9A-F]{8}$/, ''), `${String(properties.TypeName)}${String(properties.FieldName)}`] as const,
  );

  expect(ids.map(([id]) => id)).toEqual(ids.map(([, field]) => `ApiResolvers${field}`));
});

function localIndex(name: string, sortKey: string) {
  return {
    IndexName: name,
    KeySchema: [
      { AttributeName: 'UserId', KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'ALL' },
  };
}
