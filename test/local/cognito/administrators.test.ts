import {
  AdminAddUserToGroupCommand,
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  ConfirmForgotPasswordCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  RespondToAuthChallengeCommand,
  VerifyUserAttributeCommand,
  type AdminCreateUserCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createClock } from './clock';
import { beginSignIn, join, owner, signIn, signUp, stranger, tokensOf } from './people';
import { itIsRefused } from './sharedPool';
import { clientId, password, poolId, startPool, type RunningPool } from './startPool';

const UserPoolId = poolId;

const create = (pool: RunningPool, input: Partial<AdminCreateUserCommandInput> = {}) =>
  pool.aws.send(new AdminCreateUserCommand({ UserPoolId, Username: owner, ...input }));

const chooseOwnPassword = (pool: RunningPool, Session: string | undefined, more: Record<string, string> = {}) =>
  pool.aws.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: owner, NEW_PASSWORD: password, ...more },
    }),
  );

describe('AdminCreateUser', () => {
  it('mails a temporary password, which leads to one of the user’s own', async () => {
    await using pool = await startPool();

    const { User } = await create(pool, { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] });
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    expect(User?.UserCreateDate).toBeInstanceOf(Date);
    const temporary = await pool.mailedCode(owner);
    const challenge = await beginSignIn(pool, owner, temporary);
    expect(challenge).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeParameters: { USER_ID_FOR_SRP: User?.Username, requiredAttributes: '[]' },
    });
    await expect(chooseOwnPassword(pool, challenge.Session, { NEW_PASSWORD: 'weak' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await expect(
      chooseOwnPassword(pool, challenge.Session, { 'userAttributes.email': stranger }),
    ).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Cannot modify an already provided email',
    });
    const done = await chooseOwnPassword(pool, challenge.Session, { 'userAttributes.name': 'Ada' });
    expect(decodeJwt(tokensOf(done.AuthenticationResult).idToken)).toMatchObject({ name: 'Ada', email_verified: true });
    await expect(chooseOwnPassword(pool, challenge.Session)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await signIn(pool, owner);
  });

  it('lets a temporary password end, and sends another on request', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await create(pool, { TemporaryPassword: 'Temporary-1-password' });
    clock.forward({ hours: 7 * 24 });

    await expect(beginSignIn(pool, owner, 'Temporary-1-password')).rejects.toMatchObject({
      message: 'Temporary password has expired and must be reset by an administrator.',
    });
    await create(pool, { MessageAction: 'RESEND' });
    const challenge = await beginSignIn(pool, owner, await pool.mailedCode(owner));
    await chooseOwnPassword(pool, challenge.Session);
    await expect(create(pool, { MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UnsupportedUserStateException',
    });
  });

  it('sends nothing when told to be silent', async () => {
    await using pool = await startPool();

    await create(pool, { MessageAction: 'SUPPRESS' });
    await expect(pool.mailedCode(owner)).rejects.toThrow('No code');
  });

  it('refuses a second user of an address, a weak password, another pool', async () => {
    await using pool = await startPool();
    await create(pool);

    await expect(create(pool)).rejects.toMatchObject({ name: 'UsernameExistsException' });
    await expect(create(pool, { Username: stranger, TemporaryPassword: 'weak' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await expect(create(pool, { Username: 'no-address' })).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(create(pool, { UserPoolId: 'us-east-1_Another' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('Administrators', () => {
  it('must sign their requests', async () => {
    await using pool = await startPool();

    const response = await fetch(pool.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUsers' },
      body: JSON.stringify({ UserPoolId }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it('see a user by id and by address', async () => {
    await using pool = await startPool();
    const sub = await join(pool, owner);

    for (const Username of [sub, owner, owner.toUpperCase()]) {
      const user = await pool.aws.send(new AdminGetUserCommand({ UserPoolId, Username }));
      expect(user).toMatchObject({ Username: sub, Enabled: true, UserStatus: 'CONFIRMED' });
      expect(user.UserAttributes).toContainEqual({ Name: 'email', Value: owner });
    }
    await expect(
      pool.aws.send(new AdminGetUserCommand({ UserPoolId, Username: 'nobody@example.com' })),
    ).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });

  it('confirm, set passwords, sign out and delete', async () => {
    await using pool = await startPool();
    await signUp(pool, owner);
    const user = { UserPoolId, Username: owner };

    await pool.aws.send(new AdminConfirmSignUpCommand(user));
    await expect(pool.aws.send(new AdminConfirmSignUpCommand(user))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    const { accessToken } = await signIn(pool, owner);
    await pool.aws.send(new AdminUserGlobalSignOutCommand(user));
    expect(pool.userPool.isRevoked(String(decodeJwt(accessToken).origin_jti))).toBe(true);
    await pool.aws.send(new AdminSetUserPasswordCommand({ ...user, Password: 'Permanent-7-word', Permanent: true }));
    await signIn(pool, owner, 'Permanent-7-word');
    await pool.aws.send(new AdminSetUserPasswordCommand({ ...user, Password: 'Temporary-7-word' }));
    expect((await beginSignIn(pool, owner, 'Temporary-7-word')).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    await pool.aws.send(new AdminDeleteUserCommand(user));
    await expect(pool.aws.send(new AdminDeleteUserCommand(user))).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
  });

  const moved = 'moved@example.com';

  const update = (pool: RunningPool, Username: string, attributes: Record<string, string>) =>
    pool.aws.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId,
        Username,
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    );

  const attributesOf = async (pool: RunningPool, Username: string) => {
    const { UserAttributes = [] } = await pool.aws.send(new AdminGetUserCommand({ UserPoolId, Username }));
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  };

  const verify = (pool: RunningPool, AccessToken: string, Code: string) =>
    pool.aws.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }));

  it('give a new address that counts at once when they call it verified, and mail nothing', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    await update(pool, owner, { email: moved, email_verified: 'true' });
    expect(await attributesOf(pool, moved)).toMatchObject({ email: moved, email_verified: 'true' });
    await expect(update(pool, owner, { name: 'Ada' })).rejects.toMatchObject({ name: 'UserNotFoundException' });
    await expect(pool.mailedCode(moved)).rejects.toThrow('No code');
  });

  it('give one that waits for its code when they do not', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);

    await update(pool, owner, { email: moved, email_verified: 'false', name: 'Ada' });
    expect(await attributesOf(pool, owner)).toMatchObject({ email: owner, email_verified: 'true', name: 'Ada' });
    await verify(pool, accessToken, await pool.mailedCode(moved));
    expect(await attributesOf(pool, moved)).toMatchObject({ email: moved, email_verified: 'true' });
  });

  it('overrule an address that waits only by giving another', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const { accessToken } = await signIn(pool, owner);
    await update(pool, owner, { email: 'first@example.com' });
    await update(pool, owner, { email_verified: 'true' });
    expect(await attributesOf(pool, owner)).toMatchObject({ email: owner, email_verified: 'true' });

    await update(pool, owner, { email: moved, email_verified: 'true' });
    const code = await pool.mailedCode('first@example.com');
    await expect(verify(pool, accessToken, code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    expect(await attributesOf(pool, moved)).toMatchObject({ email: moved, email_verified: 'true' });
  });

  it('cannot give an address that somebody has', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await join(pool, stranger);

    for (const email_verified of ['true', 'false']) {
      await expect(update(pool, owner, { email: stranger, email_verified })).rejects.toMatchObject({
        name: 'AliasExistsException',
      });
    }
    expect(await attributesOf(pool, owner)).toMatchObject({ email: owner, email_verified: 'true' });
  });

  it('give an address that counts at once, unverified, where the pool does not verify first', async () => {
    await using pool = await startPool({ pool: { attributesRequireVerificationBeforeUpdate: [] } });
    await join(pool, owner);

    await update(pool, owner, { email: moved });
    expect(await attributesOf(pool, moved)).toMatchObject({ email: moved, email_verified: 'false' });
    await update(pool, moved, { email_verified: 'true' });
    expect(await attributesOf(pool, moved)).toMatchObject({ email_verified: 'true' });
  });

  it('end a password, which the mailed code replaces', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    await pool.aws.send(new AdminResetUserPasswordCommand({ UserPoolId, Username: owner }));
    await expect(beginSignIn(pool, owner)).rejects.toMatchObject({ name: 'PasswordResetRequiredException' });
    await pool.aws.send(
      new ConfirmForgotPasswordCommand({
        ClientId: clientId,
        Username: owner,
        ConfirmationCode: await pool.mailedCode(owner),
        Password: 'Another-horse-8',
      }),
    );
    await signIn(pool, owner, 'Another-horse-8');
  });

  it('describe the pool and its client', async () => {
    await using pool = await startPool();
    await join(pool, owner);

    const { UserPool } = await pool.aws.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool).toMatchObject({
      Id: poolId,
      Name: 'MyAppUserPool',
      UsernameAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      MfaConfiguration: 'OPTIONAL',
      EstimatedNumberOfUsers: 1,
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireSymbols: true } },
    });
    const { UserPoolClient } = await pool.aws.send(
      new DescribeUserPoolClientCommand({ UserPoolId, ClientId: clientId }),
    );
    expect(UserPoolClient).toMatchObject({
      ClientName: 'MyAppClient',
      AccessTokenValidity: 60,
      RefreshTokenValidity: 5,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });
});

describe('Groups', () => {
  const createGroup = (pool: RunningPool, GroupName: string, Precedence?: number) =>
    pool.aws.send(new CreateGroupCommand({ UserPoolId, GroupName, Precedence }));

  it('are in the tokens, the most important first', async () => {
    await using pool = await startPool({ pool: { groups: ['readers'] } });
    await join(pool, owner);
    await createGroup(pool, 'editors', 5);
    await createGroup(pool, 'admins', 1);
    for (const GroupName of ['readers', 'editors', 'admins', 'admins']) {
      await pool.aws.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: owner, GroupName }));
    }

    const { accessToken, idToken } = await signIn(pool, owner);
    for (const token of [accessToken, idToken]) {
      expect(decodeJwt(token)['cognito:groups']).toEqual(['admins', 'editors', 'readers']);
    }
    await pool.aws.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: owner, GroupName: 'editors' }));
    const { Groups = [] } = await pool.aws.send(new AdminListGroupsForUserCommand({ UserPoolId, Username: owner }));
    expect(Groups.map(({ GroupName }) => GroupName).sort()).toEqual(['admins', 'readers']);
    const { Users = [] } = await pool.aws.send(new ListUsersInGroupCommand({ UserPoolId, GroupName: 'admins' }));
    expect(Users).toHaveLength(1);
    await pool.aws.send(new DeleteGroupCommand({ UserPoolId, GroupName: 'admins' }));
    expect(decodeJwt((await signIn(pool, owner)).accessToken)['cognito:groups']).toEqual(['readers']);
  });

  it('exist once, and must exist', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await createGroup(pool, 'editors');

    await expect(createGroup(pool, 'editors')).rejects.toMatchObject({ name: 'GroupExistsException' });
    await expect(
      pool.aws.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: owner, GroupName: 'ghosts' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const { Groups } = await pool.aws.send(new ListGroupsCommand({ UserPoolId }));
    expect(Groups).toMatchObject([{ GroupName: 'editors', UserPoolId }]);
  });
});

describe('ListUsers', () => {
  const list = (pool: RunningPool, Filter?: string) => pool.aws.send(new ListUsersCommand({ UserPoolId, Filter }));

  it.each([
    ['email = "owner@example.com"', 1],
    ['email ^= "o"', 1],
    ['"email"^="s"', 1],
    ['email = "own"', 0],
    ['cognito:user_status = "UNCONFIRMED"', 1],
    ['status = "Enabled"', 2],
    ['email = "a\\"b"', 0],
    ['', 2],
  ])('finds by %s', async (filter, count) => {
    await using pool = await startPool();
    await join(pool, owner);
    await signUp(pool, stranger);

    expect((await list(pool, filter)).Users).toHaveLength(count);
  });

  itIsRefused.for([
    'nonsense',
    'email = owner',
    'email > "a"',
    'password = "x"',
    'constructor = "x"',
    'email = "a" or "b"',
  ])('refuses the filter %s', async (filter, { sharedPool: pool }) => {
    await expect(list(pool, filter)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('gives every user once over all pages', async () => {
    await using pool = await startPool();
    for (let index = 0; index < 7; index += 1) {
      await create(pool, { Username: `user${index}@example.com`, MessageAction: 'SUPPRESS' });
    }
    const page = (PaginationToken?: string) =>
      pool.aws.send(new ListUsersCommand({ UserPoolId, Limit: 3, PaginationToken, AttributesToGet: ['email'] }));

    const first = await page();
    const second = await page(first.PaginationToken);
    const third = await page(second.PaginationToken);
    const users = [first, second, third].flatMap(({ Users = [] }) => Users);
    expect(new Set(users.map(({ Attributes = [] }) => Attributes[0]?.Value)).size).toBe(7);
    expect(users.every(({ Attributes = [] }) => Attributes.length === 1)).toBe(true);
    expect(third.PaginationToken).toBeUndefined();
    await expect(page('garbage')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
