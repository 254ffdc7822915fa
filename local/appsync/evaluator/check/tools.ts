import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cwd } from 'node:process';
import type Eslint from 'eslint';
import type Typescript from 'typescript';

// Required at run time to keep them out of the bundle; the process's working directory is the project root.
const require = createRequire(join(cwd(), 'package.json'));

export const ts: typeof Typescript = require('typescript');
export const eslint: typeof Eslint = require('eslint');
export const typescriptParser: Eslint.Linter.Parser = require('@typescript-eslint/parser');
export const appsyncPlugin: Eslint.ESLint.Plugin = require('@aws-appsync/eslint-plugin');
