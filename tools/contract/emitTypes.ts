import { basename, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../paths';

/**
 * Compiles the generated types and operations to ES modules with declarations, and again to CommonJS in `cjs/`: Jest,
 * including React Native's preset, loads nothing else from a package.
 */
export const emitTypes = (folder: string): void => {
  const files = ['types', 'documents', 'amplify'].map((name) => join(projectRoot, `schema/generated/${name}.ts`));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    declaration: true,
    strict: true,
    skipLibCheck: true,
    rootDir: join(projectRoot, 'schema/generated'),
    outDir: folder,
    types: [],
  });
  program.emit(undefined, (file, emitted) => {
    const text = withEndings(emitted);
    ts.sys.writeFile(file, text);
    ts.sys.writeFile(join(folder, 'cjs', basename(file)), file.endsWith('.js') ? toCommonJs(text) : text);
  });
  ts.sys.writeFile(join(folder, 'cjs/package.json'), '{ "type": "commonjs" }\n');
};

const toCommonJs = (text: string): string =>
  ts.transpile(text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS });

/** Adds `.js` to relative imports, which Node and TypeScript's Node resolution require. */
const withEndings = (text: string): string => text.replace(/(from\s+|import\()(['"])(\.\/\w+)\2/g, '$1$2$3.js$2');
