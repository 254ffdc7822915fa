import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  DeleteUserAttributesCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserAttributeVerificationCodeCommand,
  GetUserCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { beginSignIn, join, owner, signIn, signUp, stranger } from './people';
import { clientId, password, poolId, startPool, type RunningPool } from './startPool';

const newPassword = 'Another-horse-8-battery';

const forget = (pool: RunningPool, Username: string) =>
  pool.aws.send(new ForgotPasswordCommand({ ClientId: clientId, Username }));

const recover = (pool: RunningPool, Username: string, [ConfirmationCode, Password = newPassword]: string[]) =>
  pool.aws.send(new ConfirmForgotPasswordCommand({ ClientId: clientId, Username, ConfirmationCode, Password }));

const simulated = { AttributeName: 'email', DeliveryMedium: 'EMAIL' };

const attributesOf = async (pool: RunningPool, AccessToken: string) => {
  const { UserAttributes = [] } = await pool.aws.send(new GetUserCommand({ AccessToken }));
  return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
};

const update = (pool: RunningPool, AccessToken: string, attributes: Record<string, string>) =>
  pool.aws.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );

describe('A forgotten password', () => {
  it('is replaced with a mailed code', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const answer = await forget(pool, owner);
    expect(answer.CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL', Destination: 'o***@e***' });
    const code = await pool.mailedCode(owner);
    await recover(pool, owner, [code]);
    await signIn(pool, owner, newPassword);
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await expect(recover(pool, owner, [code])).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('stays when the code is wrong or old, or the new password weak', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    await forget(pool, owner);
    const code = await pool.mailedCode(owner);

    await expect(recover(pool, owner, ['wrong'])).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await expect(recover(pool, owner, [code, 'weak'])).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    clock.forward({ hours: 1 });
    await expect(recover(pool, owner, [code])).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    await signIn(pool, owner);
  });

  it('tells nothing about an unknown user', async () => {
    await using pool = await startPool();

    const answer = await forget(pool, 'nobody@example.com');
    expect(answer.CodeDeliveryDetails?.Destination).toBe('n***@e***');
    await expect(recover(pool, 'nobody@example.com', ['123456'])).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
  });

  it('tells nothing about an address that was not verified, and mails nothing to it', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const code = await pool.mailedCode(owner);

    expect((await forget(pool, owner)).CodeDeliveryDetails).toEqual({ ...simulated, Destination: 'o***@e***' });
    expect(await pool.mailedCode(owner)).toBe(code);
  });

  it('tells nothing about an account that is disabled, whose earlier code is worth nothing', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await forget(pool, owner);
    const code = await pool.mailedCode(owner);
    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));

    expect((await forget(pool, owner)).CodeDeliveryDetails).toEqual({ ...simulated, Destination: 'o***@e***' });
    expect(await pool.mailedCode(owner)).toBe(code);
    await expect(recover(pool, owner, [code])).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await pool.aws.send(new AdminEnableUserCommand({ UserPoolId: poolId, Username: owner }));
    await signIn(pool, owner);
  });

  it('says what is the matter where the client does not hide who exists', async () => {
    await using pool = await startPool({ client: { preventUserExistenceErrors: false } });
    await signUp(pool, stranger);
    await join(pool, owner);
    await forget(pool, owner);
    const code = await pool.mailedCode(owner);
    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));

    const disabled = { name: 'NotAuthorizedException', message: 'User is disabled.' };
    const unknown = { name: 'UserNotFoundException' };
    await expect(forget(pool, stranger)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(forget(pool, owner)).rejects.toMatchObject(disabled);
    await expect(recover(pool, owner, [code])).rejects.toMatchObject(disabled);
    await expect(forget(pool, 'nobody@example.com')).rejects.toMatchObject(unknown);
    await expect(recover(pool, 'nobody@example.com', [code])).rejects.toMatchObject(unknown);
  });

  it('must wait until the temporary one of an administrator was replaced', async () => {
    await using pool = await startPool();
    const verified = [{ Name: 'email_verified', Value: 'true' }];
    const invited = { UserPoolId: poolId, Username: owner, UserAttributes: verified };
    await pool.aws.send(new AdminCreateUserCommand(invited));

    await expect(forget(pool, owner)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User password cannot be reset in the current state.',
    });
  });

  it('does not take a code for another purpose', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);

    await expect(recover(pool, owner, [await pool.mailedCode(owner)])).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });
});

describe('ChangePassword', () => {
  const change = (pool: RunningPool, AccessToken: string, [PreviousPassword, ProposedPassword]: string[]) =>
    pool.aws.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));

  it('replaces the password of who knows it', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await change(pool, accessToken, [password, newPassword]);
    await signIn(pool, owner, newPassword);
  });

  it('refuses a wrong one, a weak one and a dead token', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await expect(change(pool, accessToken, [newPassword, newPassword])).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    await expect(change(pool, accessToken, [password, 'weak'])).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await expect(change(pool, 'garbage', [password, newPassword])).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });
});

describe('Attributes', () => {
  it('change, and a blank value takes one away', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await update(pool, accessToken, { name: 'Ada' });
    expect(await attributesOf(pool, accessToken)).toMatchObject({ name: 'Ada' });
    await update(pool, accessToken, { name: '' });
    expect(await attributesOf(pool, accessToken)).not.toHaveProperty('name');
  });

  it('are taken away by name, but not the address', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { name: 'Ada' });
    const remove = (...UserAttributeNames: string[]) =>
      pool.aws.send(new DeleteUserAttributesCommand({ AccessToken: accessToken, UserAttributeNames }));

    await remove('name');
    expect(await attributesOf(pool, accessToken)).not.toHaveProperty('name');
    await expect(remove('email')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('must be writable, known and well-formed', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await expect(update(pool, accessToken, { email_verified: 'true' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'A client attempted to write unauthorized attribute',
    });
    const mistakes: Record<string, string>[] = [{ shoe: '43' }, { email: 'none' }, { email: '' }, { sub: 'x' }];
    for (const wrong of mistakes) {
      await expect(update(pool, accessToken, wrong)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    }
  });
});

describe('A new address', () => {
  const moved = 'new@example.com';

  const verify = (pool: RunningPool, AccessToken: string, Code: string) =>
    pool.aws.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }));

  const askAgain = (pool: RunningPool, AccessToken: string, AttributeName = 'email') =>
    pool.aws.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));

  it('waits beside the old one until its code comes back, and then takes its place', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    const answer = await update(pool, accessToken, { email: moved, name: 'Ada' });
    expect(answer.CodeDeliveryDetailsList).toMatchObject([{ AttributeName: 'email', Destination: 'n***@e***' }]);
    const meanwhile = { email: owner, email_verified: 'true', name: 'Ada' };
    expect(await attributesOf(pool, accessToken)).toMatchObject(meanwhile);
    await expect(beginSignIn(pool, moved)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(decodeJwt((await signIn(pool, owner)).idToken)).toMatchObject({ email: owner, email_verified: true });
    await expect(verify(pool, accessToken, 'wrong')).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect(await attributesOf(pool, accessToken)).toMatchObject(meanwhile);

    await verify(pool, accessToken, await pool.mailedCode(moved));
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: moved, email_verified: 'true' });
    await signIn(pool, 'NEW@example.com');
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('gets no code for a forgotten password while it waits', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { email: moved });
    const code = await pool.mailedCode(moved);

    await forget(pool, moved);
    expect(await pool.mailedCode(moved)).toBe(code);
    await forget(pool, owner);
    await recover(pool, owner, [await pool.mailedCode(owner)]);
    await signIn(pool, owner, newPassword);
    await verify(pool, accessToken, code);
  });

  it('is replaced by a later one, whose code alone counts', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { email: 'first@example.com' });
    const first = await pool.mailedCode('first@example.com');
    await update(pool, accessToken, { email: moved });
    const second = await pool.mailedCode(moved);

    if (first !== second) {
      await expect(verify(pool, accessToken, first)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await verify(pool, accessToken, second);
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: moved, email_verified: 'true' });
  });

  it('is given up by going back to the old one', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { email: moved });

    expect((await update(pool, accessToken, { email: owner })).CodeDeliveryDetailsList).toEqual([]);
    await expect(verify(pool, accessToken, await pool.mailedCode(moved))).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: owner, email_verified: 'true' });
  });

  it('gets another code on request, which replaces the first', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { email: moved });
    const first = await pool.mailedCode(moved);

    expect((await askAgain(pool, accessToken)).CodeDeliveryDetails?.Destination).toBe('n***@e***');
    const second = await pool.mailedCode(moved);
    if (first !== second) {
      await expect(verify(pool, accessToken, first)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await verify(pool, accessToken, second);
  });

  // As validated on a real pool for https://github.com/floci-io/floci/pull/2018.
  it('is verified anew, as often as is asked', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    expect((await askAgain(pool, accessToken)).CodeDeliveryDetails?.Destination).toBe('o***@e***');
    const code = await pool.mailedCode(owner);
    await verify(pool, accessToken, code);
    await expect(verify(pool, accessToken, code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it.each([
    ['phone_number', 'User does not have a valid registered phone number'],
    ['name', 'Invalid attribute name. Only phone_number and email can be verified.'],
  ])('is what can be verified, and not %s', async (attribute, message) => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await expect(askAgain(pool, accessToken, attribute)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
    });
  });

  it('is refused when somebody has it', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await join(pool, stranger);
    const { accessToken } = await signIn(pool, stranger);

    await expect(update(pool, accessToken, { email: owner.toUpperCase(), name: 'Eve' })).rejects.toMatchObject({
      name: 'AliasExistsException',
    });
    const attributes = await attributesOf(pool, accessToken);
    expect(attributes).toMatchObject({ email: stranger });
    expect(attributes).not.toHaveProperty('name');
  });

  it('is not reserved while it waits: who signs up with it has it', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, accessToken, { email: moved });
    const code = await pool.mailedCode(moved);

    await join(pool, moved);
    await expect(verify(pool, accessToken, code)).rejects.toMatchObject({ name: 'AliasExistsException' });
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: owner, email_verified: 'true' });
    await signIn(pool, owner);
  });

  it('counts at once, unverified, where the pool does not verify first', async () => {
    await using pool = await startPool({ pool: { attributesRequireVerificationBeforeUpdate: [] } });
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await update(pool, accessToken, { email: moved });
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: moved, email_verified: 'false' });
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await verify(pool, accessToken, await pool.mailedCode(moved));
    expect(await attributesOf(pool, accessToken)).toMatchObject({ email: moved, email_verified: 'true' });
  });
});

describe('A user who is gone', () => {
  it('by DeleteUser: the tokens are dead and the address is free', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);
    const { accessToken, refreshToken } = await signIn(pool, owner);

    await pool.aws.send(new DeleteUserCommand({ AccessToken: accessToken }));
    await expect(attributesOf(pool, accessToken)).rejects.toMatchObject({ name: 'UserNotFoundException' });
    const refreshed = new GetTokensFromRefreshTokenCommand({ ClientId: clientId, RefreshToken: refreshToken });
    await expect(pool.aws.send(refreshed)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(await join(pool, owner)).not.toBe(sub);
  });

  it('or disabled: no sign-in, no refresh, and no token comes back to life', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { refreshToken, accessToken } = await signIn(pool, owner);

    await pool.aws.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: owner }));
    const disabled = { name: 'NotAuthorizedException', message: 'User is disabled.' };
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject(disabled);
    await expect(attributesOf(pool, accessToken)).rejects.toMatchObject(disabled);
    const refreshed = new GetTokensFromRefreshTokenCommand({ ClientId: clientId, RefreshToken: refreshToken });
    await expect(pool.aws.send(refreshed)).rejects.toMatchObject(disabled);

    await pool.aws.send(new AdminEnableUserCommand({ UserPoolId: poolId, Username: owner }));
    const revoked = { name: 'NotAuthorizedException', message: expect.stringContaining('has been revoked') };
    await expect(attributesOf(pool, accessToken)).rejects.toMatchObject(revoked);
    await expect(pool.aws.send(refreshed)).rejects.toMatchObject(revoked);
    await signIn(pool, owner);
  });
});
