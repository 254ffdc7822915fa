import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildClientSchema, parse, print, printSchema, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ts from 'typescript';
import { buildContract } from '../../../tools/contract/buildContract';
import { buildDirectory } from '../../../tools/paths';

// Below the project, so that its packages resolve.
const folder = join(buildDirectory, `contract-test-${process.pid}`);
const read = (name: string) => readFile(join(folder, name), 'utf8');

beforeAll(() => buildContract(folder));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the contract package', () => {
  it('has a schema that tools read as SDL and as an introspection result', async () => {
    const schema = buildClientSchema(JSON.parse(await read('schema.json')).data);

    expect(printSchema(schema)).toContain('myFiles(');
    expect(parse(await read('schema.graphql')).definitions.length).toBeGreaterThan(10);
  });

  it('has operations that Node imports, valid for the schema, alike as nodes and as strings', async () => {
    const schema = buildClientSchema(JSON.parse(await read('schema.json')).data);
    const documents = await import(pathToFileURL(join(folder, 'documents.js')).href);
    const strings = await import(pathToFileURL(join(folder, 'amplify.js')).href);

    expect(validate(schema, documents.MyFilesDocument)).toEqual([]);
    expect(print(parse(strings.MyFiles))).toBe(print(documents.MyFilesDocument));
  });

  it('types what Amplify and Apollo answer, for a client that resolves as Node does', async () => {
    const client = `
      import { MyFiles, type GeneratedQuery } from './amplify.js';
      import { MyFilesDocument } from './documents.js';
      import type { ResultOf } from '@graphql-typed-document-node/core';
      type Answer = typeof MyFiles extends GeneratedQuery<infer _, infer Result> ? Result : never;
      export const nameOf = (answer: Answer): string => answer.myFiles.items[0]!.fileName;
      export const tokenOf = (answer: ResultOf<typeof MyFilesDocument>): string | null => answer.myFiles.nextToken;
      // @ts-expect-error there is no such field
      export const wrong = (answer: Answer) => answer.myFiles.nothing;
    `;

    expect(await problemsOf(client)).toEqual([]);
  });

  it('tells of each client how it is set up', async () => {
    expect(JSON.parse(await read('clients/apollo-ios.json')).input.schemaSearchPaths).toEqual(['./schema.json']);
    for (const name of [
      'amplify-android.kt',
      'amplify-swift.swift',
      'amplify-flutter.dart',
      'apollo-ios.swift',
      'apollo-kotlin.kt',
      'apollo-kotlin.gradle.kts',
    ]) {
      expect(await read(`clients/${name}`)).toMatch(/^\/\/ .*\n\/\/ https:\/\//);
    }
  });
});

async function problemsOf(client: string): Promise<string[]> {
  const file = join(folder, 'client.ts');
  await mkdir(folder, { recursive: true });
  await writeFile(file, client);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
