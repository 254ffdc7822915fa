import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import {
  autoSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  signIn,
  signOut,
  signUp,
  setUpTOTP,
  updateMFAPreference,
  updatePassword,
  updateUserAttribute,
  verifyTOTPSetup,
  confirmResetPassword,
  confirmSignIn,
  confirmUserAttribute,
  deleteUser,
  fetchMFAPreference,
  resendSignUpCode,
  resetPassword,
} from 'aws-amplify/auth';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { stepAt, totpCode } from '../../../local/cognito/totp/totp';
import { createClock } from './clock';
import { signIn as signInElsewhere } from './people';
import { clientId, password, poolId, startPool, type RunningPool } from './startPool';

const username = 'Owner@example.com';

const configure = ({ url }: RunningPool) =>
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: url } },
  });

const signUpOwner = async (pool: RunningPool) => {
  configure(pool);
  await signUp({ username, password, options: { userAttributes: { email: username } } });
  await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });
};

afterEach(async () => {
  await signOut();
});

describe('The unmodified Amplify client', () => {
  it('signs a new user up by e-mail, confirms and signs in with SRP, its default', async () => {
    await using pool = await startPool();
    configure(pool);

    const begun = await signUp({ username, password, options: { userAttributes: { email: username } } });
    expect(begun.nextStep).toMatchObject({
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'O***@e***' },
    });
    const confirmed = await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });
    expect(confirmed.isSignUpComplete).toBe(true);
    const signedIn = await signIn({ username: username.toLowerCase(), password });
    expect(signedIn).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } });

    const { tokens, userSub } = await fetchAuthSession();
    expect(userSub).toBe(begun.userId);
    expect(tokens?.accessToken.payload).toMatchObject({ sub: userSub, username: userSub, client_id: clientId });
    expect(tokens?.idToken?.payload).toMatchObject({ email: username, email_verified: true });
    expect(await getCurrentUser()).toMatchObject({ userId: userSub });
    expect(await fetchUserAttributes()).toEqual({ sub: userSub, email: username, email_verified: 'true' });
  });

  it('signs in with SRP again and again, whatever the numbers begin with', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);

    for (let round = 0; round < 6; round += 1) {
      expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true });
      await signOut();
    }
  });

  it('signs in with the password itself where the client allows it', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);

    const result = await signIn({ username, password, options: { authFlowType: 'USER_PASSWORD_AUTH' } });
    expect(result.isSignedIn).toBe(true);
  });

  it('refreshes tokens, and keeps the sign-in they came from', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);
    await signIn({ username, password });

    const before = (await fetchAuthSession()).tokens?.accessToken.payload;
    const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload;
    expect(after?.jti).not.toBe(before?.jti);
    expect(after?.origin_jti).toBe(before?.origin_jti);
    expect(after?.auth_time).toBe(before?.auth_time);
  });

  it('is told a wrong password, a wrong code and an unknown user apart only as far as it should be', async () => {
    await using pool = await startPool();
    configure(pool);
    await signUp({ username, password, options: { userAttributes: { email: username } } });

    await expect(signIn({ username, password })).resolves.toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_UP' },
    });
    await expect(confirmSignUp({ username, confirmationCode: 'wrong' })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });
    const refusal = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
    await expect(signIn({ username, password: `${password}!` })).rejects.toMatchObject(refusal);
    await expect(signIn({ username: 'nobody@example.com', password })).rejects.toMatchObject(refusal);
  });

  it('signs out for good: the pool refuses the sign-in’s tokens', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);
    await signIn({ username, password });
    const originJti = (await fetchAuthSession()).tokens?.accessToken.payload.origin_jti;

    expect(pool.userPool.isRevoked(String(originJti))).toBe(false);
    await signOut();
    expect(pool.userPool.isRevoked(String(originJti))).toBe(true);
  });

  it('signs out everywhere', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);
    await signIn({ username, password });
    const elsewhere = decodeJwt((await signInElsewhere(pool, username)).accessToken).origin_jti;

    expect(pool.userPool.isRevoked(String(elsewhere))).toBe(false);
    await signOut({ global: true });
    expect(pool.userPool.isRevoked(String(elsewhere))).toBe(true);
  });

  it.each(['PASSWORD_SRP', 'PASSWORD'] as const)('signs in by choice, preferring %s', async (preferredChallenge) => {
    await using pool = await startPool();
    await signUpOwner(pool);

    const options = { authFlowType: 'USER_AUTH', preferredChallenge } as const;
    expect(await signIn({ username, password, options })).toMatchObject({ isSignedIn: true });
  });

  it.each(['PASSWORD_SRP', 'PASSWORD'] as const)('signs in by choice, choosing %s from the list', async (choice) => {
    await using pool = await startPool();
    await signUpOwner(pool);

    const offered = await signIn({ username, options: { authFlowType: 'USER_AUTH' } });
    expect(offered.nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
    });
    const chosen = await confirmSignIn({ challengeResponse: choice });
    expect(chosen.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_PASSWORD');
    expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({ isSignedIn: true });
  });

  it('replaces the password that an administrator chose', async () => {
    await using pool = await startPool();
    configure(pool);
    await pool.aws.send(new AdminCreateUserCommand({ UserPoolId: poolId, Username: username }));

    const challenge = await signIn({ username, password: await pool.mailedCode(username) });
    expect(challenge.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({ isSignedIn: true });
    await signOut();
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true });
  });

  it('asks for a code of the authenticator app', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await signUpOwner(pool);
    await signIn({ username, password });
    const codeNow = (secret: string) => totpCode(secret, stepAt(clock.now()));

    const { sharedSecret } = await setUpTOTP();
    await expect(verifyTOTPSetup({ code: totpCode(sharedSecret, 1) })).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    await verifyTOTPSetup({ code: codeNow(sharedSecret) });
    await updateMFAPreference({ totp: 'PREFERRED' });
    expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' });
    await signOut();
    const challenge = await signIn({ username, password });
    expect(challenge.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
    clock.forward({ seconds: 30 });
    expect(await confirmSignIn({ challengeResponse: codeNow(sharedSecret) })).toMatchObject({ isSignedIn: true });
  });

  it('recovers from a forgotten password', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);

    const { nextStep } = await resetPassword({ username });
    expect(nextStep.resetPasswordStep).toBe('CONFIRM_RESET_PASSWORD_WITH_CODE');
    const confirmationCode = await pool.mailedCode(username);
    await confirmResetPassword({ username, newPassword: 'Another-horse-8', confirmationCode });
    expect(await signIn({ username, password: 'Another-horse-8' })).toMatchObject({ isSignedIn: true });
  });

  it('changes password and attributes, verifies the new address, and leaves', async () => {
    await using pool = await startPool();
    await signUpOwner(pool);
    await signIn({ username, password });

    await updatePassword({ oldPassword: password, newPassword: 'Another-horse-8' });
    const updated = await updateUserAttribute({ userAttribute: { attributeKey: 'email', value: 'new@example.com' } });
    expect(updated.nextStep.updateAttributeStep).toBe('CONFIRM_ATTRIBUTE_WITH_CODE');
    const confirmationCode = await pool.mailedCode('new@example.com');
    await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
    expect(await fetchUserAttributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' });
    await deleteUser();
    await expect(signIn({ username: 'new@example.com', password: 'Another-horse-8' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  it('asks for another code', async () => {
    await using pool = await startPool();
    configure(pool);
    await signUp({ username, password });

    expect(await resendSignUpCode({ username })).toMatchObject({ destination: 'O***@e***' });
    await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });
  });

  it('signs in by itself after the confirmation when it was told to', async () => {
    await using pool = await startPool();
    configure(pool);
    await signUp({ username, password, options: { userAttributes: { email: username }, autoSignIn: true } });

    const confirmed = await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });
    expect(confirmed.nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN');
    expect(await autoSignIn()).toMatchObject({ isSignedIn: true });
  });

  it('is asked for the password when it goes on from the sign-up by choice: it confirms without the session', async () => {
    await using pool = await startPool();
    configure(pool);
    const options = { userAttributes: { email: username }, autoSignIn: { authFlowType: 'USER_AUTH' as const } };
    await signUp({ username, password, options });
    await confirmSignUp({ username, confirmationCode: await pool.mailedCode(username) });

    const { nextStep } = await autoSignIn();
    expect(nextStep).toMatchObject({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
    });
    await confirmSignIn({ challengeResponse: 'PASSWORD' });
    expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({ isSignedIn: true });
  });
});
