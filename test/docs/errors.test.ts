import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isEnumType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../tools/paths';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

describe('docs/guides/errors.md', () => {
  it('has a row for each code of the contract, and for no other', () => {
    const schema = buildASTSchema(parse(`${read('schema/appsync.graphql')}\n${read('schema/schema.graphql')}`));
    const type = schema.getType('FileErrorCode');
    const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];

    const rows = [...read('docs/guides/errors.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);

    expect(rows.toSorted()).toEqual(codes.toSorted());
  });
});
