import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GetDownloadUrl, GetUploadUrl, MyUsage, SaveFileMetadata } from '../../../schema/generated/amplify';
import { repeatField, UnusualDocument } from '../../../schema/requests/repeatField';

describe('repeatField', () => {
  it('asks for one field several times, each with variables of its own', () => {
    const { query, variables } = repeatField(GetUploadUrl, [{ input: { size: 1 } }, { input: { size: 2 } }]);

    expect(query).toContain('mutation GetUploadUrl($input0: GetUploadUrlInput!, $input1: GetUploadUrlInput!)');
    expect(query).toContain('item0: getUploadUrl(input: $input0) {');
    expect(query).toContain('item1: getUploadUrl(input: $input1) {');
    expect(variables).toEqual({ input0: { size: 1 }, input1: { size: 2 } });
  });

  it('keeps fragments once, and makes documents that parse', () => {
    const saves = repeatField(SaveFileMetadata, [{ input: {} }, { input: {} }]);
    const urls = repeatField(GetDownloadUrl, [{ fileId: 'a', disposition: 'INLINE' }]);

    expect(parse(saves.query).definitions).toHaveLength(2);
    expect(parse(urls.query).definitions).toHaveLength(1);
    expect(urls.variables).toEqual({ fileId0: 'a', disposition0: 'INLINE' });
  });

  it('refuses a document without variables: there is nothing to repeat', () => {
    expect(() => repeatField(MyUsage, [{}])).toThrow(UnusualDocument);
  });
});
