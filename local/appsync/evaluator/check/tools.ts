import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cwd } from 'node:process';

// Loaded by name at run time, so that they stay out of the bundle; the process is started in the project's root.
const require = createRequire(join(cwd(), 'package.json'));

export const ts: typeof import('typescript') = require('typescript');
export const eslint: typeof import('eslint') = require('eslint');
export const typescriptParser: import('eslint').Linter.Parser = require('@typescript-eslint/parser');
export const appsyncPlugin: import('eslint').ESLint.Plugin = require('@aws-appsync/eslint-plugin');
