import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import { optional, textMap, type Check } from '../input/check';
import { clientId, parameter, session } from '../input/members';
import { oneOf } from '../input/text';
import { requireClient } from '../settings';
import { flows, isFlowName, type Flow, type FlowServices } from '../signIn/flows';
import { operation } from './operation';

const parameters: Check<Readonly<Record<string, string>>> = textMap;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export const initiateAuth = operation(
  {
    ClientId: clientId,
    AuthFlow: oneOf(
      'USER_SRP_AUTH',
      'REFRESH_TOKEN_AUTH',
      'REFRESH_TOKEN',
      'CUSTOM_AUTH',
      'ADMIN_NO_SRP_AUTH',
      'USER_PASSWORD_AUTH',
      'ADMIN_USER_PASSWORD_AUTH',
      'USER_AUTH',
    ),
    AuthParameters: optional(parameters),
    Session: optional(session),
  },
  async (
    { ClientId, AuthFlow, AuthParameters = {}, Session },
    services: FlowServices,
  ): Promise<InitiateAuthResponse> => {
    const { settings } = services;
    requireClient(settings, ClientId, parameter(AuthParameters, 'SECRET_HASH'));
    if (AuthFlow.startsWith('ADMIN_')) throw invalidParameter('Initiate Auth method not supported.');
    const flow: Flow | undefined = isFlowName(AuthFlow) ? flows[AuthFlow] : undefined;
    if (flow === undefined || !settings.client.explicitAuthFlows.includes(flow.enabledBy)) {
      throw invalidParameter(`${AuthFlow} flow not enabled for this client`);
    }
    return flow.begin(services, AuthParameters, Session);
  },
);
