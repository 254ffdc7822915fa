import type { Row } from '../row';
import { openPoolPart, openSignIn } from './signIn';
import { bareVerify, checkKnownToken, checkNewToken } from './tokens';

/** Signing in, and what it costs the API to verify a caller's token. */
export const identityRows: readonly Row[] = [
  {
    name: 'checking a token, the first time',
    unit: 'us',
    floor: bareVerify,
    measure: checkNewToken,
    goal: { of: 'ratio', atMost: 1.2 },
    rounds: 15,
  },
  {
    name: 'checking a token again',
    unit: 'us',
    measure: checkKnownToken,
    goal: { of: 'figure', atMost: 2 },
  },
  {
    name: 'signing in with Amplify (SRP)',
    unit: 'ms',
    open: openSignIn,
    goal: { of: 'figure', atMost: 250 },
    rounds: 3,
  },
  {
    name: "so the pool's part of it",
    unit: 'ms',
    open: openPoolPart,
    rounds: 3,
  },
];
