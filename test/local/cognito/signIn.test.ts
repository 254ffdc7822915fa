import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type AuthFlowType,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { beginSignIn, join, owner, signUp } from './people';
import { itIsRefused } from './sharedPool';
import { clientId, password, startPool, type RunningPool } from './startPool';

const begin = (pool: RunningPool, AuthFlow: AuthFlowType, AuthParameters: Record<string, string>) =>
  pool.aws.send(new InitiateAuthCommand({ ClientId: clientId, AuthFlow, AuthParameters }));

const respond = (
  pool: RunningPool,
  ChallengeName: ChallengeNameType,
  { Session, ...ChallengeResponses }: Record<string, string>,
) =>
  pool.aws.send(new RespondToAuthChallengeCommand({ ClientId: clientId, ChallengeName, Session, ChallengeResponses }));

/** A well-formed proof that proves nothing. */
const emptyProof = {
  TIMESTAMP: 'Sun Nov 2 06:37:01 UTC 2026',
  PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
};

const wrongPassword = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const notConfirmed = { name: 'UserNotConfirmedException', message: 'User is not confirmed.' };
const lockedOut = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
const invalidSession = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };

describe('InitiateAuth', () => {
  it.each<[AuthFlowType, Record<string, string>]>([
    ['USER_PASSWORD_AUTH', { USERNAME: owner, PASSWORD: password }],
    ['USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' }],
    ['USER_AUTH', { USERNAME: owner }],
    ['REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: 'x' }],
    ['CUSTOM_AUTH', { USERNAME: owner }],
  ])('refuses %s for a client that does not have it', async (flow, parameters) => {
    await using pool = await startPool({ client: { explicitAuthFlows: [] } });
    await join(pool, owner);

    await expect(begin(pool, flow, parameters)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `${flow} flow not enabled for this client`,
    });
  });

  itIsRefused.for<[AuthFlowType, Record<string, string>, string]>([
    ['USER_PASSWORD_AUTH', { USERNAME: owner }, 'Missing required parameter PASSWORD'],
    ['USER_SRP_AUTH', { SRP_A: 'abc' }, 'Missing required parameter USERNAME'],
    ['USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'no number' }, 'SRP_A is not valid.'],
    ['USER_SRP_AUTH', { USERNAME: owner, SRP_A: '00' }, 'SRP_A is not valid.'],
    ['USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'a'.repeat(5000) }, 'SRP_A is not valid.'],
    ['REFRESH_TOKEN_AUTH', {}, 'Missing required parameter REFRESH_TOKEN'],
    ['ADMIN_USER_PASSWORD_AUTH', {}, 'Initiate Auth method not supported.'],
  ])('refuses %s with %j', async ([flow, parameters, message], { sharedPool: pool }) => {
    await expect(begin(pool, flow, parameters)).rejects.toMatchObject({ name: 'InvalidParameterException', message });
  });

  it('says that a user is not confirmed whatever the password is, and counts no wrong one', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);

    for (let attempt = 0; attempt < 6; attempt += 1) {
      await expect(beginSignIn(pool, owner, 'Wrong-password-7')).rejects.toMatchObject(notConfirmed);
    }
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject(notConfirmed);
  });

  it('says that a user does not exist where the client does not hide it', async () => {
    await using pool = await startPool({ client: { preventUserExistenceErrors: false } });

    const unknown = { name: 'UserNotFoundException', message: 'User does not exist.' };
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject(unknown);
    await expect(begin(pool, 'USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' })).rejects.toMatchObject(unknown);
  });
});

describe('SRP', () => {
  it('shows an unknown user like a known one: the same every time, in every case', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const face = async (USERNAME: string) =>
      (await begin(pool, 'USER_SRP_AUTH', { USERNAME, SRP_A: 'abc' })).ChallengeParameters ?? {};

    const known = await face(owner);
    const [once, twice] = [await face('nobody@example.com'), await face('Nobody@Example.com')];
    expect(known).toMatchObject({ USERNAME: sub, USER_ID_FOR_SRP: sub });
    expect(Object.keys(once)).toEqual(Object.keys(known));
    expect([once.USERNAME, once.SALT]).toEqual([twice.USERNAME, twice.SALT]);
    expect(once.USERNAME).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(once.SALT).toMatch(/^[0-9a-f]{32}$/);
    expect(once.SRP_B).not.toBe(twice.SRP_B);
  });

  it.each([owner, 'nobody@example.com'])('gives one try for each first round: %s', async (USERNAME) => {
    await using pool = await startPool();
    await join(pool, owner);
    const { ChallengeParameters: face = {} } = await begin(pool, 'USER_SRP_AUTH', { USERNAME, SRP_A: 'abc' });
    const proof = { USERNAME, PASSWORD_CLAIM_SECRET_BLOCK: face.SECRET_BLOCK ?? '', ...emptyProof };

    await expect(respond(pool, 'PASSWORD_VERIFIER', proof)).rejects.toMatchObject(wrongPassword);
    await expect(respond(pool, 'PASSWORD_VERIFIER', proof)).rejects.toMatchObject(invalidSession);
  });

  it('refuses what is not a proof', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { ChallengeParameters: face = {} } = await begin(pool, 'USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' });
    const proof = { USERNAME: owner, PASSWORD_CLAIM_SECRET_BLOCK: face.SECRET_BLOCK ?? '', ...emptyProof };
    const prove = (part: Record<string, string>) => respond(pool, 'PASSWORD_VERIFIER', { ...proof, ...part });

    await expect(prove({ TIMESTAMP: '2026-11-22T06:37:01Z' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(prove({ PASSWORD_CLAIM_SIGNATURE: '' })).rejects.toMatchObject({
      message: 'Missing required parameter PASSWORD_CLAIM_SIGNATURE',
    });
    await expect(prove({ USERNAME: 'stranger@example.com' })).rejects.toMatchObject(invalidSession);
    await expect(prove({ PASSWORD_CLAIM_SECRET_BLOCK: 'AAAA' })).rejects.toMatchObject(invalidSession);
    const changed = Buffer.from(face.SECRET_BLOCK ?? '', 'base64');
    changed[40] = (changed[40] ?? 0) ^ 1;
    await expect(prove({ PASSWORD_CLAIM_SECRET_BLOCK: changed.toString('base64') })).rejects.toMatchObject(
      invalidSession,
    );
    await expect(prove({ PASSWORD_CLAIM_SIGNATURE: 'short' })).rejects.toMatchObject(wrongPassword);
  });

  it('says that a user is not confirmed whatever the proof is', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const { ChallengeParameters: face = {} } = await begin(pool, 'USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' });
    const proof = { USERNAME: owner, PASSWORD_CLAIM_SECRET_BLOCK: face.SECRET_BLOCK ?? '', ...emptyProof };

    await expect(respond(pool, 'PASSWORD_VERIFIER', proof)).rejects.toMatchObject(notConfirmed);
  });

  it('lets a session end after the time that the client’s description says', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now, client: { authSessionMinutes: 3 } });
    await join(pool, owner);
    const { ChallengeParameters: face = {} } = await begin(pool, 'USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' });
    clock.forward({ minutes: 3 });

    const proof = { USERNAME: owner, PASSWORD_CLAIM_SECRET_BLOCK: face.SECRET_BLOCK ?? '', ...emptyProof };
    await expect(respond(pool, 'PASSWORD_VERIFIER', proof)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
  });
});

describe('Choice-based sign-in', () => {
  it('offers the challenges, and takes the password as the answer', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const offer = await begin(pool, 'USER_AUTH', { USERNAME: owner });
    expect(offer).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
      Session: expect.any(String),
    });
    const answer = { USERNAME: owner, Session: offer.Session ?? '', ANSWER: 'PASSWORD', PASSWORD: password };
    const done = await respond(pool, 'SELECT_CHALLENGE', answer);
    expect(done.AuthenticationResult?.AccessToken).toBeDefined();
    await expect(respond(pool, 'SELECT_CHALLENGE', answer)).rejects.toMatchObject(invalidSession);
  });

  it('takes the password at once when it is preferred', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const done = await begin(pool, 'USER_AUTH', {
      USERNAME: owner,
      PREFERRED_CHALLENGE: 'PASSWORD',
      PASSWORD: password,
    });
    expect(done.AuthenticationResult?.AccessToken).toBeDefined();
  });

  it('offers what there is when another challenge is preferred', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const offer = await begin(pool, 'USER_AUTH', { USERNAME: owner, PREFERRED_CHALLENGE: 'WEB_AUTHN' });
    expect(offer.ChallengeName).toBe('SELECT_CHALLENGE');
    await expect(
      respond(pool, 'SELECT_CHALLENGE', { USERNAME: owner, Session: offer.Session ?? '', ANSWER: 'WEB_AUTHN' }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('offers an unknown user the same', async () => {
    await using pool = await startPool();

    const offer = await begin(pool, 'USER_AUTH', { USERNAME: 'nobody@example.com' });
    expect(offer.AvailableChallenges).toEqual(['PASSWORD', 'PASSWORD_SRP']);
    const answer = { USERNAME: 'nobody@example.com', Session: offer.Session ?? '', ANSWER: 'PASSWORD', PASSWORD: 'x' };
    await expect(respond(pool, 'SELECT_CHALLENGE', answer)).rejects.toMatchObject(wrongPassword);
  });
});

describe('RespondToAuthChallenge', () => {
  it('names a challenge that this pool does not set', async () => {
    await using pool = await startPool();

    await expect(respond(pool, 'SMS_MFA', { USERNAME: owner, SMS_MFA_CODE: '123456' })).rejects.toMatchObject({
      name: 'NotImplementedException',
    });
  });

  it.each(['NEW_PASSWORD_REQUIRED', 'SELECT_CHALLENGE', 'SOFTWARE_TOKEN_MFA', 'MFA_SETUP'] as const)(
    'requires the session of the challenge %s',
    async (challenge) => {
      await using pool = await startPool();

      await expect(respond(pool, challenge, { USERNAME: owner, NEW_PASSWORD: password })).rejects.toMatchObject({
        name: 'InvalidParameterException',
        message: 'Missing required parameter Session',
      });
    },
  );

  it('takes a session for its own challenge only', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { Session = '' } = await begin(pool, 'USER_AUTH', { USERNAME: owner });

    for (const challenge of ['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'MFA_SETUP'] as const) {
      await expect(respond(pool, challenge, { USERNAME: owner, Session })).rejects.toMatchObject(invalidSession);
    }
  });
});

describe('Guessing passwords', () => {
  it.each([owner, 'nobody@example.com'])('is slowed down more and more: %s', async (login) => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const guess = () => beginSignIn(pool, login, 'Wrong-password-7');

    for (let failure = 1; failure <= 5; failure += 1) await expect(guess()).rejects.toMatchObject(wrongPassword);
    for (const seconds of [1, 2, 4, 8]) {
      await expect(guess()).rejects.toMatchObject(lockedOut);
      clock.forward({ seconds: seconds - 0.5 });
      await expect(guess()).rejects.toMatchObject(lockedOut);
      clock.forward({ seconds: 0.5 });
      await expect(guess()).rejects.toMatchObject(wrongPassword);
    }
  });

  it('locks the right password out, too, and is forgiven by a success', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const guess = () => beginSignIn(pool, owner, 'Wrong-password-7');
    for (let failure = 1; failure <= 5; failure += 1) await expect(guess()).rejects.toMatchObject(wrongPassword);

    await expect(beginSignIn(pool, owner)).rejects.toMatchObject(lockedOut);
    await expect(begin(pool, 'USER_SRP_AUTH', { USERNAME: owner, SRP_A: 'abc' })).rejects.toMatchObject(lockedOut);
    clock.forward({ seconds: 1 });
    await beginSignIn(pool, owner);
    for (let failure = 1; failure <= 5; failure += 1) await expect(guess()).rejects.toMatchObject(wrongPassword);
  });

  it('is forgotten after fifteen quiet minutes', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(beginSignIn(pool, owner, 'Wrong-password-7')).rejects.toMatchObject(wrongPassword);
    }

    clock.forward({ minutes: 15 });
    await expect(beginSignIn(pool, owner, 'Wrong-password-7')).rejects.toMatchObject(wrongPassword);
    await expect(beginSignIn(pool, owner)).resolves.toHaveProperty('AuthenticationResult');
  });
});
