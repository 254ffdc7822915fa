import { membersOfContext, type ContextTexts } from '../contextParts';
import { createContextObjects, createContextMembers } from './contextObject';
import { createConsole } from './console';
import { dynamodb } from './dynamodbRequests/module';
import { createExtensions } from './extensions';
import { createInvocation, type Invocation } from './invocation';
import { harden } from './language/harden';
import { languageGlobals } from './language/globals';
import { serviceFunctions } from './language/serviceFunctions';
import { createLocator } from './locate';
import { outcomeOf } from './outcome';
import { rds } from './rds/module';
import { parseJson } from './json';
import { packOutcome } from './packOutcome';
import { createUnread } from './unread';
import { runtime } from './runtime';
import { createUtil } from './util/createUtil';

type Handlers = Readonly<Record<string, (ctx: unknown) => unknown>>;
type Factory = (globals: object) => (modules: object) => Handlers;

/** The realm's only entry point: takes the realm's module and returns the function that runs its handlers. */
export const startModule = (factory: Factory, positions: string) => {
  const locate = createLocator(parseJson(positions));
  const session: { current: Invocation } = {
    current: createInvocation({ now: 0, entropy: '', locate, members: createContextMembers(new Map()) }),
  };
  const util = createUtil(session);
  const extensions = createExtensions(session);
  const contextObject = createContextObjects((name) => session.current.members.read(name));
  const { unread, serialize } = createUnread(session, (members) => contextObject(members.others));
  const globals = {
    ...languageGlobals(session),
    ...{ console: createConsole(session), util, extensions, runtime },
    await: { ...serviceFunctions, unread }, // see `insertions`
  };
  const modules = {
    '@aws-appsync/utils': { util, extensions, runtime },
    '@aws-appsync/utils/dynamodb': dynamodb,
    '@aws-appsync/utils/rds': rds,
  };
  harden([globals, modules]);

  return (handler: string, now: string, entropy: string, ...context: ContextTexts): string => {
    const members = createContextMembers(membersOfContext(...context), context[2]);
    const invocation = createInvocation({ now: Number(now), entropy, locate, members });
    session.current = invocation;
    const ctx = contextObject(members.others);
    const outcome = outcomeOf(() => factory(globals)(modules)[handler]?.(ctx), { locate, serialize });
    return packOutcome(outcome, invocation);
  };
};
