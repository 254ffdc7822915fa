import { resolve } from 'node:path';

/** Reads the flags that concern the page; the twin validates the rest. */
export const splitArguments = (args: readonly string[]): DevArguments => {
  const twinArguments = args.filter((argument) => argument !== '--no-page');
  return {
    isPageWanted: twinArguments.length === args.length,
    directory: resolve(valueOf('--data', twinArguments) ?? '.twin'),
    twinArguments,
  };
};

export interface DevArguments {
  readonly isPageWanted: boolean;
  /** The twin's data folder, to which it writes its endpoints. */
  readonly directory: string;
  readonly twinArguments: readonly string[];
}

export const pageUsage = '  --no-page      runs the twin without the page at http://localhost:8000';

const valueOf = (flag: string, args: readonly string[]): string | undefined => {
  const joined = args.find((argument) => argument.startsWith(`${flag}=`));
  const at = args.indexOf(flag);
  return joined?.slice(flag.length + 1) ?? (at < 0 ? undefined : args[at + 1]);
};
