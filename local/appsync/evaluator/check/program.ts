import { join } from 'node:path';
import { cwd } from 'node:process';
import type { CompilerHost, CompilerOptions, Program, SourceFile } from 'typescript';
import { ts } from './tools';

/** The path given to the submitted code: inside the project, so that imports of @aws-appsync/utils resolve. */
export const codePath = join(cwd(), 'code.js').replaceAll('\\', '/');

/** Declares `util`, `extensions` and `runtime` as globals too. */
const utilsPath = join(cwd(), 'node_modules/@aws-appsync/utils/lib/index.d.ts').replaceAll('\\', '/');

const options: CompilerOptions = {
  allowJs: true,
  checkJs: true,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

const libraries = new Map<string, SourceFile | undefined>();
const base = ts.createCompilerHost(options);

/** A program of one JavaScript module with the types of @aws-appsync/utils; library files are parsed once. */
export const openProgram = (code: string): Program => {
  const source = ts.createSourceFile(codePath, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const host: CompilerHost = {
    ...base,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors, // a quarter of parsing the libraries is their comments
    fileExists: (path) => path === codePath || base.fileExists(path),
    readFile: (path) => (path === codePath ? code : base.readFile(path)),
    getSourceFile: (path, version) => {
      if (path === codePath) return source;
      if (!libraries.has(path)) libraries.set(path, base.getSourceFile(path, version));
      return libraries.get(path);
    },
  };
  return ts.createProgram([utilsPath, codePath], options, host);
};
