import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { parameter } from '../input/members';
import { beginSrp, type BeginSrpServices } from './beginSrp';
import { chooseChallenge } from './chooseChallenge';
import { proceed, type ProceedServices } from './proceed';
import { refresh } from './refresh';
import { requireParameter } from './requireParameter';
import { requirePassword } from './requirePassword';
import { spendSignUp } from './signUpSession';

export type FlowServices = BeginSrpServices & ProceedServices;

/** One way to begin a sign-in. */
export interface Flow {
  /** The entry of ExplicitAuthFlows that a client needs for it. */
  readonly enabledBy: string;
  readonly begin: (
    services: FlowServices,
    parameters: Readonly<Record<string, string>>,
    /** The session from ConfirmSignUp, if the sign-in continues a sign-up. */
    session: string | undefined,
  ) => Promise<InitiateAuthResponse>;
}

const refreshFlow: Flow = {
  enabledBy: 'ALLOW_REFRESH_TOKEN_AUTH',
  begin: async (services, parameters) => ({
    ChallengeParameters: {},
    AuthenticationResult: await refresh(
      services,
      requireParameter(parameters, 'REFRESH_TOKEN'),
      services.settings.clientId,
    ),
  }),
};

/** The flows of InitiateAuth that this pool supports. */
export const flows = {
  USER_SRP_AUTH: {
    enabledBy: 'ALLOW_USER_SRP_AUTH',
    begin: async (services, parameters) =>
      beginSrp(services, requireParameter(parameters, 'USERNAME'), requireParameter(parameters, 'SRP_A')),
  },
  USER_PASSWORD_AUTH: {
    enabledBy: 'ALLOW_USER_PASSWORD_AUTH',
    begin: async (services, parameters) => {
      const login = requireParameter(parameters, 'USERNAME');
      const user = await requirePassword(services, login, requireParameter(parameters, 'PASSWORD'));
      return proceed(services, user, login);
    },
  },
  USER_AUTH: {
    enabledBy: 'ALLOW_USER_AUTH',
    begin: async (services, parameters, session) => {
      const login = requireParameter(parameters, 'USERNAME');
      const newcomer = session === undefined ? undefined : await spendSignUp(services, session, parameters);
      if (newcomer !== undefined) return proceed(services, newcomer, login);
      return chooseChallenge(services, { login, choice: parameter(parameters, 'PREFERRED_CHALLENGE'), parameters });
    },
  },
  REFRESH_TOKEN_AUTH: refreshFlow,
  REFRESH_TOKEN: refreshFlow,
} as const satisfies Record<string, Flow>;

export type FlowName = keyof typeof flows;

/** Whether the name is that of a flow that this pool supports. */
export const isFlowName = (name: string): name is FlowName => Object.hasOwn(flows, name);
