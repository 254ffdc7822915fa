import type { Resource } from '../template/resources';

/** The short name of a function: `followTable` for `MyFiles-dev-followTable`. */
export const functionName = ({ properties }: Resource): string =>
  String(properties.FunctionName).replace(/^MyFiles-\w+-/, '');
