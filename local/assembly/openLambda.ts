import { bundleScript } from '../../tools/bundle';
import type { Clock } from '../clock';
import { createListener } from '../lambda/http/createListener';
import { openFunctions } from '../lambda/openFunctions';
import type { Project } from '../project';
import type { Principals } from '../signatures/principal';
import type { Scope } from './createScope';
import { functionDescriptions, type Addresses } from './parts';
import type { Secrets } from './secrets';

interface LambdaOptions {
  readonly project: Project;
  readonly secrets: Secrets;
  /** Who may call the functions. */
  readonly principals: Principals;
  readonly addresses: () => Addresses;
  /** Whether functions also log at INFO; default: from WARN. */
  readonly isVerbose?: boolean;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** The twin's Lambda, with the manifest's functions. */
export const openLambda = async (scope: Scope, options: LambdaOptions) => {
  const { project, secrets, principals, addresses, isVerbose = false, clock, log } = options;
  const surroundings = { secrets, addresses, isVerbose };
  const functions = scope.keep(
    openFunctions({
      functions: functionDescriptions(project, surroundings),
      script: await bundleScript('local/lambda/worker.ts'),
      clock,
      log,
      concurrency: 4,
    }),
  );
  return {
    functions,
    listener: createListener({ functions, principals, clock, log }),
    reload: (next: Project) => functions.replace(functionDescriptions(next, surroundings)),
  };
};
