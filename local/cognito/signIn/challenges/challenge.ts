import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidSession } from '../../errors';
import type { BeginSrpServices } from '../beginSrp';
import type { ProceedServices } from '../proceed';
import { requireParameter } from '../requireParameter';
import type { Session } from '../sessions';

export type ChallengeServices = BeginSrpServices & ProceedServices;

/** A client's answer to a challenge. */
export interface Answer {
  /** The session that came with the challenge. */
  readonly session: string | undefined;
  readonly responses: Readonly<Record<string, string>>;
}

/** Judges the answer to one kind of challenge. */
export type Challenge = (services: ChallengeServices, answer: Answer) => Promise<RespondToAuthChallengeResponse>;

/** The answer's USERNAME must be the session's user, as the client first wrote it or by the id in the challenge. */
export const requireSameUser = (session: Session, responses: Readonly<Record<string, string>>): void => {
  const username = requireParameter(responses, 'USERNAME');
  if (username !== session.userId && username.toLowerCase() !== session.login.toLowerCase()) {
    throw invalidSession();
  }
};
