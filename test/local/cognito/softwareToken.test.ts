import {
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { stepAt, totpCode } from '../../../local/cognito/totp/totp';
import { createClock, type TestClock } from './clock';
import { beginSignIn, join, owner, signIn, tokensOf } from './people';
import { clientId, startPool, type RunningPool } from './startPool';

const codeNow = (secret: string, clock: TestClock) => totpCode(secret, stepAt(clock.now()));

/** Signs in, sets up an authenticator app and turns it on; returns its secret. */
const setUp = async (pool: RunningPool, clock: TestClock): Promise<string> => {
  const { accessToken: AccessToken } = await signIn(pool, owner);
  const { SecretCode = '' } = await pool.aws.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await pool.aws.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: codeNow(SecretCode, clock) }));
  const on = { Enabled: true, PreferredMfa: true };
  await pool.aws.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: on }));
  return SecretCode;
};

const respond = (pool: RunningPool, Session: string | undefined, code: string) =>
  pool.aws.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session,
      ChallengeResponses: { USERNAME: owner, SOFTWARE_TOKEN_MFA_CODE: code },
    }),
  );

const usedBefore = {
  name: 'ExpiredCodeException',
  message: 'Your software token has already been used once.',
};

describe('The codes', () => {
  // RFC 6238, appendix B (SHA-1), the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('are those of RFC 6238 at second %i', (second, code) => {
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', stepAt(second * 1000))).toBe(code);
  });
});

describe('An authenticator app', () => {
  it('is asked for at the next sign-in, and each code serves once', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const secret = await setUp(pool, clock);
    clock.forward({ seconds: 30 });

    const challenge = await beginSignIn(pool, owner);
    expect(challenge).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: expect.any(String) });
    expect(challenge.AuthenticationResult).toBeUndefined();
    const code = codeNow(secret, clock);
    const { accessToken } = tokensOf((await respond(pool, challenge.Session, code)).AuthenticationResult);
    expect(await pool.aws.send(new GetUserCommand({ AccessToken: accessToken }))).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    });
    const again = await beginSignIn(pool, owner);
    await expect(respond(pool, again.Session, code)).rejects.toMatchObject(usedBefore);
  });

  it('does not lock out who types a code that served before, at the set-up or at a sign-in', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const secret = await setUp(pool, clock);
    const atSetUp = codeNow(secret, clock);
    const { Session } = await beginSignIn(pool, owner);

    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await expect(respond(pool, Session, atSetUp)).rejects.toMatchObject(usedBefore);
    }
    clock.forward({ seconds: 30 });
    await expect(respond(pool, Session, atSetUp)).rejects.toMatchObject(usedBefore);
    await respond(pool, Session, codeNow(secret, clock));
  });

  it('allows another try after a wrong code, but not without end', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const secret = await setUp(pool, clock);
    clock.forward({ minutes: 5 });
    const { Session } = await beginSignIn(pool, owner);
    const wrong = totpCode(secret, 1);

    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(respond(pool, Session, wrong)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await expect(respond(pool, Session, codeNow(secret, clock))).rejects.toMatchObject({
      message: 'Password attempts exceeded',
    });
    clock.forward({ seconds: 1 });
    await respond(pool, Session, codeNow(secret, clock));
  });

  it('counts only once it has proven itself', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const { accessToken: AccessToken } = await signIn(pool, owner);
    const verify = (UserCode: string) => pool.aws.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    const turnOn = () =>
      pool.aws.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }));

    await expect(verify('123456')).rejects.toMatchObject({ name: 'SoftwareTokenMFANotFoundException' });
    const { SecretCode = '' } = await pool.aws.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    await expect(turnOn()).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'User has not verified software token mfa',
    });
    await expect(verify(totpCode(SecretCode, 1))).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' });
    await expect(verify('abcdef')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await signIn(pool, owner);
  });

  it('is set up during the first sign-in where the pool requires it', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now, pool: { mfa: 'REQUIRED' } });
    await join(pool, owner);
    const respondToSetup = (Session: string | undefined) =>
      pool.aws.send(
        new RespondToAuthChallengeCommand({
          ClientId: clientId,
          ChallengeName: 'MFA_SETUP',
          Session,
          ChallengeResponses: { USERNAME: owner },
        }),
      );

    const challenge = await beginSignIn(pool, owner);
    expect(challenge.ChallengeName).toBe('MFA_SETUP');
    const early = await beginSignIn(pool, owner);
    await expect(respondToSetup(early.Session)).rejects.toMatchObject({ name: 'SoftwareTokenMFANotFoundException' });
    const begun = await pool.aws.send(new AssociateSoftwareTokenCommand({ Session: challenge.Session }));
    const UserCode = codeNow(begun.SecretCode ?? '', clock);
    const proven = await pool.aws.send(new VerifySoftwareTokenCommand({ Session: begun.Session, UserCode }));
    tokensOf((await respondToSetup(proven.Session)).AuthenticationResult);

    // A session from before the app was set up must neither bypass nor replace it.
    await expect(respondToSetup(early.Session)).rejects.toMatchObject({ name: 'SoftwareTokenMFANotFoundException' });
    const another = await pool.aws.send(new AssociateSoftwareTokenCommand({ Session: early.Session }));
    await expect(
      pool.aws.send(
        new VerifySoftwareTokenCommand({
          Session: another.Session,
          UserCode: codeNow(another.SecretCode ?? '', clock),
        }),
      ),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect((await beginSignIn(pool, owner)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });
});
