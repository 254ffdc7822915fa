import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it, onTestFinished } from 'vitest';
import { resourcesConfig } from '../../local/endpoints';
import { buildDirectory, projectRoot } from '../../tools/paths';

/** What a reader's project contains beside a page's code. */
const readers: Readonly<Record<string, string>> = {
  'README.md': '',
  'schema/clients/README.md': `
    import type { ApolloClient } from '@apollo/client';
    declare const apolloClient: ApolloClient;`,
  'docs/guides/real-time.md': `
    import { OnMyFileEvent } from './schema/generated/amplify';
    declare const url: string, region: string, token: string;
    declare const show: (event: { readonly type: string } | null) => void;`,
  'docs/guides/test-a-resolver.md': '',
  'docs/guides/upload.md': `
    import Uppy from '@uppy/core';
    import AwsS3 from '@uppy/aws-s3';
    import { uploadsOfUppy } from './test/clients/uploadsOfUppy';
    declare const GoldenRetriever: typeof AwsS3;
    declare const ask: Parameters<typeof uploadsOfUppy>[1];`,
};

const blocksOf = (page: string): string[] =>
  [...readFileSync(join(projectRoot, page), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);

it('shows code that compiles as it stands', { timeout: 120_000 }, () => {
  const folder = join(buildDirectory, `code-blocks-${process.pid}`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, '.twin'), { recursive: true });
  writeFileSync(join(folder, '.twin/amplify_config.json'), JSON.stringify(resourcesConfig(endpoints)));
  const files = Object.entries(readers).flatMap(([page, reader]) =>
    blocksOf(page).map((code, index) => {
      const file = join(folder, `${page.replaceAll(/\W/g, '-')}-${index}.ts`);
      writeFileSync(file, `${reader}\n${code}\nexport {};`);
      return file;
    }),
  );

  const program = ts.createProgram(files, {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    types: ['node'],
    // The code is compiled as if it were in the project's root, where the twin's folder is.
    rootDirs: [projectRoot, folder],
    paths: { 'myfiles-contract/*': [join(projectRoot, 'schema/generated/*')] },
  });
  const problems = files
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);

  expect(problems).toEqual([]);
  expect(files).toHaveLength(7);
});

const endpoints = {
  graphql: 'http://127.0.0.1:4100/graphql',
  userPool: 'http://127.0.0.1:4101',
  userPoolId: 'us-east-1_LocalPool1',
  userPoolClientId: 'localclient',
  region: 'us-east-1',
  hostedUi: 'https://localhost:4101',
  mailbox: 'http://127.0.0.1:4101/mailbox',
};
