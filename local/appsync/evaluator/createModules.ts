import type { Clock } from '../../clock';
import type { CompiledModule, Follower, HandlerName } from '../ports';
import type { Dispatcher } from './createDispatcher';
import type { Loadable } from './job';
import { writeCall, type FollowerParts, type HandlerParts } from './sandbox/sandboxCall';
import { toEvaluations, type Limits } from './toEvaluations';

interface Options {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly entropy: () => string;
  readonly log: (line: string) => void;
}

/** Returns a function that makes modules of compiled code; their handlers run in the dispatcher's sandboxes. */
export const createModules = ({ dispatcher, limits, clock, entropy, log }: Options) => {
  const loadables = new WeakMap<CompiledModule, Loadable>();

  const loadableOf = ({ code }: Follower): Loadable => {
    const loadable = loadables.get(code);
    if (loadable === undefined) throw new TypeError('The code that follows is of another evaluator.');
    return loadable;
  };
  const handlerParts = ({ moduleId }: Loadable, handler: HandlerName): HandlerParts => [
    moduleId,
    handler,
    String(clock()),
    entropy(),
  ];
  const followerParts = (follower: Follower): FollowerParts => [
    ...handlerParts(loadableOf(follower), follower.handler),
    follower.link,
    follower.after,
  ];

  return (loadable: Loadable): CompiledModule => {
    const runChain = async (...[handler, context, followers]: Parameters<CompiledModule['runChain']>) => {
      const ending = await dispatcher.run({
        modules: [loadable, ...followers.map(loadableOf)],
        call: writeCall(handlerParts(loadable, handler), context, followers.map(followerParts)),
      });
      if ('stoppedBy' in ending) log(`Resolver code was stopped (${ending.stoppedBy}).`);
      return toEvaluations(ending, limits);
    };
    const module: CompiledModule = {
      run: async (handler, context) => {
        const [evaluation] = await runChain(handler, context, []);
        return evaluation;
      },
      runChain,
    };
    loadables.set(module, loadable);
    return module;
  };
};
