import type { ChallengeName } from '../sessions';
import type { Challenge } from './challenge';
import { newPasswordRequired } from './newPasswordRequired';
import { mfaSetup } from './mfaSetup';
import { passwordVerifier } from './passwordVerifier';
import { selectChallenge } from './selectChallenge';
import { softwareTokenMfa } from './softwareTokenMfa';

/** The handler of each challenge that this pool issues. */
export const challenges: Readonly<Record<ChallengeName, Challenge>> = {
  MFA_SETUP: mfaSetup,
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  PASSWORD_VERIFIER: passwordVerifier,
  SELECT_CHALLENGE: selectChallenge,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
};

/** Whether the name is that of a challenge that this pool issues. */
export const isChallengeName = (name: string): name is ChallengeName => Object.hasOwn(challenges, name);
