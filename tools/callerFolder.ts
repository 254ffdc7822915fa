/**
 * The folder in which the user called `npm run`, which runs a script in the project's folder. Without npm, the current
 * one. https://docs.npmjs.com/cli/v11/commands/npm-run
 */
export const callerFolder = (): string => process.env['INIT_CWD'] ?? process.cwd();
