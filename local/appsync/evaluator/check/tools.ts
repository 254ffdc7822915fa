import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cwd } from 'node:process';
import type Eslint from 'eslint';
import type Typescript from 'typescript';

// Loaded by name at run time, so that they stay out of the bundle; the process is started in the project's root.
const require = createRequire(join(cwd(), 'package.json'));

export const ts: typeof Typescript = require('typescript');
export const eslint: typeof Eslint = require('eslint');
export const typescriptParser: Eslint.Linter.Parser = require('@typescript-eslint/parser');
export const appsyncPlugin: Eslint.ESLint.Plugin = require('@aws-appsync/eslint-plugin');
