import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../../errors';
import type { BeginSrpServices } from '../beginSrp';
import type { ProceedServices } from '../proceed';
import { requireParameter } from '../requireParameter';
import type { Session } from '../sessions';

export type ChallengeServices = BeginSrpServices & ProceedServices;

/** What a client answers to a challenge. */
export interface Answer {
  /** What it was given with the challenge. */
  readonly session: string | undefined;
  readonly responses: Readonly<Record<string, string>>;
}

/** Judges the answer to one kind of challenge. */
export type Challenge = (services: ChallengeServices, answer: Answer) => Promise<RespondToAuthChallengeResponse>;

/** The answer's USERNAME must be the one the session is about, as it was typed or as the challenge named it. */
export const requireSameUser = (session: Session, responses: Readonly<Record<string, string>>): void => {
  const username = requireParameter(responses, 'USERNAME');
  if (username !== session.userId && username.toLowerCase() !== session.login.toLowerCase()) {
    throw notAuthorized('Invalid session for the user.');
  }
};
