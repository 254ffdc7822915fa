import {
  AdminDisableUserCommand,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type SignUpCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { beginSignIn, join, owner, signUp, stranger } from './people';
import { itIsRefused } from './sharedPool';
import { clientId, password, poolId, startPool, type RunningPool } from './startPool';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const trySignUp = (pool: RunningPool, input: Partial<SignUpCommandInput> = {}) =>
  pool.aws.send(new SignUpCommand({ ClientId: clientId, Username: owner, Password: password, ...input }));

const confirm = (pool: RunningPool, ConfirmationCode: string, Username = owner, Session?: string) =>
  pool.aws.send(new ConfirmSignUpCommand({ ClientId: clientId, Username, ConfirmationCode, Session }));

const resend = (pool: RunningPool, Username = owner) =>
  pool.aws.send(new ResendConfirmationCodeCommand({ ClientId: clientId, Username }));

const anotherCode = (code: string) => (code === '000000' ? '000001' : '000000');

describe('SignUp', () => {
  it('gives the user a generated id and mails a code', async () => {
    await using pool = await startPool();

    const answer = await trySignUp(pool);
    expect(answer).toMatchObject({
      UserConfirmed: false,
      UserSub: expect.stringMatching(uuid),
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'o***@e***' },
    });
    expect(await pool.mailedCode(owner)).toMatch(/^\d{6}$/);
    expect(pool.log.join()).toContain(owner);
  });

  it('refuses an address that somebody has, in any case', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);

    await expect(trySignUp(pool, { Username: 'OWNER@Example.COM' })).rejects.toMatchObject({
      name: 'UsernameExistsException',
    });
  });

  it('lets one of many racing sign-ups win', async () => {
    await using pool = await startPool();

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => trySignUp(pool)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  itIsRefused.for<[string, string]>([
    ['Short-1', 'Password did not conform with policy: Password not long enough'],
    ['nouppercase-77', 'Password did not conform with policy: Password must have uppercase characters'],
    ['NOLOWERCASE-77', 'Password did not conform with policy: Password must have lowercase characters'],
    ['No-digits-at-all', 'Password did not conform with policy: Password must have numeric characters'],
    ['NoSymbolsAtAll77', 'Password did not conform with policy: Password must have symbol characters'],
  ])('refuses the password %s as the policy says', async ([Password, message], { sharedPool: pool }) => {
    await expect(trySignUp(pool, { Password })).rejects.toMatchObject({ name: 'InvalidPasswordException', message });
  });

  itIsRefused.for<[string, Partial<SignUpCommandInput>, string]>([
    ['a name that is no address', { Username: 'owner' }, 'InvalidParameterException'],
    ['an address with a line break', { Username: 'a@b.c\r\nx' }, 'InvalidParameterException'],
    ['an empty name', { Username: '' }, 'InvalidParameterException'],
    ['an endless name', { Username: `${'a'.repeat(200)}@example.com` }, 'InvalidParameterException'],
    ['a password that begins with a space', { Password: ` ${password}` }, 'InvalidParameterException'],
    ['another client', { ClientId: 'somebodyelse00000000000000' }, 'ResourceNotFoundException'],
    [
      'another e-mail attribute',
      { UserAttributes: [{ Name: 'email', Value: 'x@example.com' }] },
      'InvalidParameterException',
    ],
    ['an unknown attribute', { UserAttributes: [{ Name: 'shoe', Value: '43' }] }, 'InvalidParameterException'],
    ['an inherited name', { UserAttributes: [{ Name: '__proto__', Value: 'x' }] }, 'InvalidParameterException'],
    ['a chosen sub', { UserAttributes: [{ Name: 'sub', Value: 'x' }] }, 'InvalidParameterException'],
    [
      'an attribute the client may not write',
      { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] },
      'NotAuthorizedException',
    ],
  ])('refuses %s', async ([_, input, name], { sharedPool: pool }) => {
    await expect(trySignUp(pool, input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
    expect(pool.log).toEqual([]);
  });
});

describe('ConfirmSignUp', () => {
  it('confirms once', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const code = await pool.mailedCode(owner);

    await confirm(pool, code);
    await expect(beginSignIn(pool, owner)).resolves.toHaveProperty('AuthenticationResult');
    await expect(confirm(pool, code)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
  });

  it('refuses a wrong code, and after five of them the right one, too', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const code = await pool.mailedCode(owner);

    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(confirm(pool, anotherCode(code))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await expect(confirm(pool, code)).rejects.toMatchObject({ name: 'LimitExceededException' });
    await resend(pool);
    await confirm(pool, await pool.mailedCode(owner));
  });

  it('refuses a code after a day', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await signUp(pool, owner);
    const code = await pool.mailedCode(owner);
    clock.forward({ hours: 24 });

    await expect(confirm(pool, code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('does not tell whether a user exists', async () => {
    await using pool = await startPool();

    await expect(confirm(pool, '123456')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('tells it where the client does not hide it', async () => {
    await using pool = await startPool({ client: { preventUserExistenceErrors: false } });

    await expect(confirm(pool, '123456')).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });
});

describe('A sign-in that goes on from the sign-up', () => {
  const go = (pool: RunningPool, Session: string | undefined, USERNAME = owner) =>
    pool.aws.send(
      new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME }, Session }),
    );

  /** Signs up and confirms, with the session of the sign-up or another. */
  const pass = async (pool: RunningPool, session = (ofSignUp: string | undefined) => ofSignUp) => {
    const { Session } = await trySignUp(pool);
    return (await confirm(pool, await pool.mailedCode(owner), owner, session(Session))).Session;
  };

  const invalidSession = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };

  it('needs no password where the session of the sign-up came with the code, once', async () => {
    await using pool = await startPool();

    const session = await pass(pool);

    expect((await go(pool, session)).AuthenticationResult?.RefreshToken).toBeDefined();
    await expect(go(pool, session)).rejects.toMatchObject(invalidSession);
  });

  it.each([
    ['none', () => undefined],
    ['one that is forged', () => 'x'.repeat(40)],
  ])('needs the password where the code came with another session: %s', async (_, session) => {
    await using pool = await startPool();

    expect(await go(pool, await pass(pool, session))).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
    });
  });

  it('needs the password where the sign-up took longer than a session serves', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });

    const session = await pass(pool, (ofSignUp) => {
      clock.forward({ minutes: 3 });
      return ofSignUp;
    });

    expect((await go(pool, session)).ChallengeName).toBe('SELECT_CHALLENGE');
  });

  it('is for the one who signed up, within the time of a session', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, stranger);
    const session = await pass(pool);

    await expect(go(pool, session, stranger)).rejects.toMatchObject(invalidSession);
    clock.forward({ minutes: 3 });
    await expect(go(pool, session)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
  });

  it('does not begin before the confirmation', async () => {
    await using pool = await startPool();
    const { Session } = await trySignUp(pool);

    await expect(go(pool, Session)).rejects.toMatchObject(invalidSession);
  });

  it('is not offered to a client without choice-based sign-in', async () => {
    await using pool = await startPool({ client: { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } });

    expect(await trySignUp(pool)).not.toHaveProperty('Session');
    expect(await confirm(pool, await pool.mailedCode(owner))).not.toHaveProperty('Session');
  });
});

describe('ResendConfirmationCode', () => {
  it('replaces the code', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const first = await pool.mailedCode(owner);

    const answer = await resend(pool);
    expect(answer.CodeDeliveryDetails?.Destination).toBe('o***@e***');
    const second = await pool.mailedCode(owner);
    if (first !== second) await expect(confirm(pool, first)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await confirm(pool, second);
  });

  it('sends five messages an hour and no more', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await signUp(pool, owner);
    for (let sent = 1; sent < 5; sent += 1) await resend(pool);

    await expect(resend(pool)).rejects.toMatchObject({ name: 'LimitExceededException' });
    clock.forward({ hours: 1 });
    await resend(pool);
  });

  it('pretends to send to an unknown user', async () => {
    await using pool = await startPool();

    const answer = await resend(pool, 'nobody@example.com');
    expect(answer.CodeDeliveryDetails?.Destination).toBe('n***@e***');
    await expect(pool.mailedCode('nobody@example.com')).rejects.toThrow('No code');
  });

  it('pretends to send to a user who is disabled', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const code = await pool.mailedCode(owner);
    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));

    expect((await resend(pool)).CodeDeliveryDetails?.Destination).toBe('o***@e***');
    expect(await pool.mailedCode(owner)).toBe(code);
  });

  it('tells them apart where the client does not hide who exists', async () => {
    await using pool = await startPool({ client: { preventUserExistenceErrors: false } });
    await signUp(pool, owner);
    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));

    await expect(resend(pool, 'nobody@example.com')).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await expect(resend(pool)).rejects.toMatchObject({ message: 'User is disabled.' });
  });

  it('refuses a user who is confirmed', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    await expect(resend(pool)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'User is already confirmed.',
    });
  });
});
