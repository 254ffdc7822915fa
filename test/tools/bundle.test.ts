import { builtinModules } from 'node:module';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bundleProject } from '../../tools/bundle';
import { schemaMark } from '../../tools/schemaMark';

const { functions, resolvers } = await bundleProject();
const nodeModules = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** What the SDK would import for event-stream operations, of which the project uses none. */
const unusedOperations = '@smithy/core/event-streams';

describe('the bundle of a function', () => {
  it.each(Object.entries(functions))('is one ES module that needs nothing beside Node: %s', async (_, bundle) => {
    const text = await readFile(bundle.file, 'utf8');
    const onDemand = [...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(([, name = '']) => name);
    const imported = [...text.matchAll(/(?:^|;)import\b[^;"(]*"([^"]+)"/gm)].map(([, name = '']) => name);

    expect(await readdir(bundle.directory)).toEqual(['index.mjs']);
    expect(text).toMatch(/export\s*\{[^}]*\bas handler\b/);
    expect(imported.filter((name) => !nodeModules.has(name))).toEqual([]);
    expect(onDemand.filter((name) => !nodeModules.has(name) && name !== unusedOperations)).toEqual([]);
  });

  it.each(['signUpload', 'signDownload'])('holds no S3 client, so that %s starts at once', async (name) => {
    const text = await readFile(functions[name]?.file ?? '', 'utf8');

    expect(text).not.toContain('CreateMultipartUpload');
    expect(Buffer.byteLength(text)).toBeGreaterThan(0);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(25 * 1024);
  });
});

describe('the code of a resolver', () => {
  it('changes with the schema, so that CloudFormation attaches the resolver again', async () => {
    const mark = schemaMark(await readFile('schema/schema.graphql', 'utf8'));

    expect(Object.values(resolvers).filter((text) => !text.endsWith(`\n${mark}`))).toEqual([]);
    expect(Object.keys(resolvers)).toContain('Query.myFiles');
    expect(schemaMark('type Query { a: ID! }')).not.toBe(schemaMark('type Query { a: ID }'));
  });
});
