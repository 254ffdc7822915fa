import { resolve } from 'node:path';

/** What the flags mean for the page; the rest is the twin's to judge. */
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
  /** Where the twin keeps its data, and says where it is. */
  readonly directory: string;
  readonly twinArguments: readonly string[];
}

export const pageUsage = '  --no-page      the twin alone, without the page at http://localhost:8000';

const valueOf = (flag: string, args: readonly string[]): string | undefined => {
  const joined = args.find((argument) => argument.startsWith(`${flag}=`));
  const at = args.indexOf(flag);
  return joined?.slice(flag.length + 1) ?? (at < 0 ? undefined : args[at + 1]);
};
