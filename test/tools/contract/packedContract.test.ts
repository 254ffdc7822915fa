import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ts from 'typescript';
import { buildContract } from '../../../tools/contract/buildContract';
import { buildDirectory } from '../../../tools/paths';

const run = promisify(execFile);

// A client's project below this one, so that Amplify and Apollo resolve, and the package as npm packs it.
const project = join(buildDirectory, `contract-client-${process.pid}`);
const installed = join(project, 'node_modules/myfiles-contract');

beforeAll(async () => {
  await mkdir(installed, { recursive: true });
  const built = join(project, 'built');
  await buildContract(built);
  // If npm runs this test, its settings are in the environment.
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  await run('npm', ['pack', '--pack-destination', project, '--offline'], { cwd: built, env: environment });
  const archive = (await readdir(project)).find((name) => name.endsWith('.tgz'));
  await run('tar', ['-xzf', join(project, archive ?? ''), '--strip-components=1', '-C', installed]);
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

describe('the packed contract', { timeout: 120_000 }, () => {
  it('holds all that its README names', async () => {
    const there = await readdir(installed);

    expect(there).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'schema.graphql', 'schema.json', 'operations', 'clients']),
    );
    expect(await readdir(join(installed, 'clients'))).toEqual(
      expect.arrayContaining(['amplify-android.kt', 'amplify-flutter.dart', 'amplify-swift.swift']),
    );
  });

  it("types Amplify's variables and results", async () => {
    const problems = await problemsOf(`
      import { generateClient } from 'aws-amplify/api';
      import { GetUploadUrl, MyFiles, OnMyFileEvent } from 'myfiles-contract/amplify';

      const client = generateClient();
      export const firstName = async (): Promise<string | undefined> => {
        const { data } = await client.graphql({ query: MyFiles, variables: { limit: 20 } });
        return data.myFiles.items[0]?.fileName;
      };
      export const reserve = async (): Promise<string> => {
        const input = { fileName: 'a.png', size: 3 };
        const { data } = await client.graphql({ query: GetUploadUrl, variables: { input } });
        return data.getUploadUrl.method;
      };
      export const follow = () =>
        client.graphql({ query: OnMyFileEvent }).subscribe({
          next: ({ data }) => data.onMyFileEvent?.file.version.toFixed(),
        });
      // @ts-expect-error a size is a number
      export const wrongVariables = () => client.graphql({ query: GetUploadUrl, variables: { input: { fileName: 'a', size: 'x' } } });
      export const wrongResult = async () => {
        const { data } = await client.graphql({ query: MyFiles });
        // @ts-expect-error there is no such field
        return data.myFiles.nothing;
      };
    `);

    expect(problems).toEqual([]);
  });

  it("types Apollo's variables and results", async () => {
    const problems = await problemsOf(`
      import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
      import { MyFilesDocument, SaveFileMetadataDocument } from 'myfiles-contract/documents';
      import type { UserFile } from 'myfiles-contract/types';

      const client = new ApolloClient({ link: new HttpLink({ uri: 'https://api.example.com/graphql' }), cache: new InMemoryCache() });
      export const firstName = async (): Promise<string | undefined> => {
        const { data } = await client.query({ query: MyFilesDocument, variables: { limit: 20 } });
        return data?.myFiles.items[0]?.fileName;
      };
      export const save = async (fileId: string): Promise<UserFile['version'] | undefined> => {
        const { data } = await client.mutate({ mutation: SaveFileMetadataDocument, variables: { input: { fileId } } });
        return data?.saveFileMetadata.version;
      };
      // @ts-expect-error a page is counted in numbers
      export const wrongVariables = () => client.query({ query: MyFilesDocument, variables: { limit: 'twenty' } });
      export const wrongResult = async () => {
        const { data } = await client.query({ query: MyFilesDocument });
        // @ts-expect-error there is no such field
        return data?.myFiles.nothing;
      };
    `);

    expect(problems).toEqual([]);
  });

  it('runs in Node as it is', async () => {
    const program = `
      import { MyFiles } from 'myfiles-contract/amplify';
      import { MyFilesDocument } from 'myfiles-contract/documents';
      console.log(MyFiles.includes('query MyFiles'), MyFilesDocument.kind);
    `;

    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: project });

    expect(stdout).toBe('true Document\n');
  });

  it('is required as it is, as Jest does with every package', async () => {
    const program = `
      const { MyFiles } = require('myfiles-contract/amplify');
      const { MyFilesDocument } = require('myfiles-contract/documents');
      console.log(MyFiles.includes('query MyFiles'), MyFilesDocument.kind, require.resolve('myfiles-contract/amplify'));
    `;

    const { stdout } = await run(process.execPath, ['--input-type=commonjs', '--eval', program], { cwd: project });

    // The path shows that CommonJS was loaded: Node would also load an ES module.
    expect(stdout).toBe(`true Document ${join(installed, 'cjs/amplify.js')}\n`);
  });

  it('types a client that is CommonJS', async () => {
    const client = `
      import { generateClient } from 'aws-amplify/api';
      import { MyFiles } from 'myfiles-contract/amplify';
      import { MyFilesDocument } from 'myfiles-contract/documents';
      import type { UserFile } from 'myfiles-contract/types';

      export const firstName = async (): Promise<UserFile['fileName'] | undefined> => {
        const { data } = await generateClient().graphql({ query: MyFiles, variables: { limit: 20 } });
        return data.myFiles.items[0]?.fileName;
      };
      export const kind: string = MyFilesDocument.kind;
    `;
    const asNode16 = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };

    expect(await problemsOf(client, 'client.cts', asNode16)).toEqual([]);
  });
});

/** The compiler's errors for a client's file, with the settings of a web project. */
async function problemsOf(client: string, name = 'client.ts', options: ts.CompilerOptions = {}): Promise<string[]> {
  const file = join(project, name);
  await writeFile(file, client);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
