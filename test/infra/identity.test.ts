import { describe, expect, it } from 'vitest';
import { at } from './template/json';
import { resourcesOf, textOf } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();

/**
 * When a logical id or one of these properties changes, CloudFormation makes a new resource: data stays behind in the
 * old one, and clients knock at the wrong door. A failure here asks for a plan to move them, then for a new line.
 */
const identities: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Storagefiles0242F04E: {
    TableName: 'MyAppFiles',
    KeySchema: [
      { AttributeName: 'UserId', KeyType: 'HASH' },
      { AttributeName: 'FileId', KeyType: 'RANGE' },
    ],
    LocalSecondaryIndexes: [
      localIndex('UploadedAtIndex', 'UploadedAt'),
      localIndex('FileNameIndex', 'FileNameKey'),
      localIndex('FileSizeIndex', 'StoredSize'),
      localIndex('FileTypeIndex', 'FileTypeKey'),
    ],
  },
  StorageBytesBucket06783468: { BucketName: 'myfiles-bytes-${AWS::AccountId}-${AWS::Region}' },
  AuthUserPool3A690A78: {
    AliasAttributes: undefined,
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
  },
  AuthClient23D8E456: { GenerateSecret: false, UserPoolId: '${AuthUserPool3A690A78}' },
  ApiGraphQL9B0AFA4B: { ApiType: undefined, Visibility: undefined },
};

describe.each(['dev', 'prod'] as const)('what holds data or is known to clients of %s', (stage) => {
  const { template } = synthesize(input, stage);

  it.each(Object.entries(identities))('keeps its identity: %s', (id, properties) => {
    const found = resourcesOf(template).find((resource) => resource.id === id);

    expect(found?.id).toBe(id);
    for (const [name, value] of Object.entries(properties)) {
      const said = at(found?.properties, name);
      expect(typeof value === 'string' ? textOf(said) : said).toEqual(value);
    }
  });
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
