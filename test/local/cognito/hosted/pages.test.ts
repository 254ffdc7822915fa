import {
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../local/clock';
import { stepAt, totpCode } from '../../../../local/cognito/totp/totp';
import { createClock } from '../clock';
import { join, owner, signIn, signUp, stranger } from '../people';
import { password, poolId, startPool, type RunningPool } from '../startPool';
import { authorizeQuery, codeIn, createVisitor, signInAs } from './visitor';

const newPassword = 'Another-horse-8-battery';
const query = authorizeQuery();

const protect = async (pool: RunningPool, now: Clock): Promise<string> => {
  const { accessToken: AccessToken } = await signIn(pool, owner);
  const { SecretCode: secret = '' } = await pool.aws.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = totpCode(secret, stepAt(now()) - 1);
  await pool.aws.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await pool.aws.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
  return secret;
};

describe('The sign-up page', () => {
  it('makes an account, which its owner confirms with the code, wrong or new', async () => {
    await using pool = await startPool();
    const visitor = createVisitor(pool);

    const begun = await visitor.send(await visitor.visit(`/signup?${query}`), { username: owner, password });
    const wrong = await visitor.send(begun, { code: 'wrong' });
    const first = await pool.mailedCode(owner);
    const resent = await visitor.post(begun.action, { ...begun.hidden, action: 'resend' });
    const confirmed = await visitor.send(resent, { code: await pool.mailedCode(owner) });
    const back = await visitor.send(confirmed, { username: owner, password });

    expect(begun.html).toContain(`Enter the code that was sent to ${owner}.`);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('This code is not right.');
    expect(resent.html).toContain('A new code was sent.');
    expect(await pool.mailedCode(owner)).not.toBe(first);
    expect(confirmed.html).toContain('Your address is confirmed.');
    expect(codeIn(back)).not.toBe('');
  });

  it.each([
    { what: 'no address', username: 'owner', secret: password, says: 'Please enter an e-mail address.' },
    { what: 'nothing at all', username: '', secret: '', says: 'Please enter an e-mail address.' },
    { what: 'a short password', username: owner, secret: 'Short-1', says: 'The password is too short.' },
    { what: 'no digit', username: owner, secret: 'Correct-horse-battery', says: 'The password needs a digit.' },
    { what: 'no symbol', username: owner, secret: 'Correcthorse7battery', says: 'The password needs a symbol.' },
    { what: 'an address twice', username: 'taken@example.com', secret: password, says: 'There is an account with' },
  ])('says in plain words what is wrong with $what', async ({ username, secret, says }) => {
    await using pool = await startPool();
    await signUp(pool, 'taken@example.com');
    const visitor = createVisitor(pool);

    const { status, html } = await visitor.send(await visitor.visit(`/signup?${query}`), {
      username,
      password: secret,
    });

    expect(status).toBe(400);
    expect(html).toContain(says);
  });
});

describe('The pages for a forgotten password', () => {
  it('send a code and change the password with it', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const visitor = createVisitor(pool);

    const asked = await visitor.send(await visitor.visit(`/forgotPassword?${query}`), { username: owner });
    const weak = await visitor.send(asked, { code: await pool.mailedCode(owner), password: 'weak' });
    const changed = await visitor.send(weak, { code: await pool.mailedCode(owner), password: newPassword });
    const back = await visitor.send(changed, { username: owner, password: newPassword });

    expect(weak.html).toContain('The password is too short.');
    expect(changed.html).toContain('Your password is changed.');
    expect(codeIn(back)).not.toBe('');
  });

  it('say the same of an address that nobody has, or nobody has proven', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await signUp(pool, stranger);
    const shown = async (username: string) => {
      const visitor = createVisitor(pool);
      const { status, html } = await visitor.send(await visitor.visit(`/forgotPassword?${query}`), { username });
      return [status, html.replaceAll(username, 'somebody').replace(/name="_csrf" value="[^"]*"/, '')];
    };

    const known = await shown(owner);
    expect(await shown('nobody@example.com')).toEqual(known);
    expect(await shown(stranger)).toEqual(known);
  });
});

describe('The page for a second factor', () => {
  it('asks for the code of the app before it leads back', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now });
    await join(pool, owner);
    const secret = await protect(pool, clock.now);
    const visitor = createVisitor(pool);

    const asked = await signInAs(visitor, owner);
    const wrong = await visitor.send(asked, { code: '000000' });
    const used = await visitor.send(wrong, { code: totpCode(secret, stepAt(clock.now()) - 1) });
    const back = await visitor.send(wrong, { code: totpCode(secret, stepAt(clock.now())) });
    const again = await visitor.send(asked, { code: totpCode(secret, stepAt(clock.now()) + 1) });

    expect(asked.html).toContain('Enter your code');
    expect(asked.headers.getSetCookie().join()).not.toContain('cognito=');
    expect(wrong.html).toContain('This code is not right.');
    expect(used.html).toContain('This code was used before.');
    expect(codeIn(back)).not.toBe('');
    expect(again.html).toContain('This took too long. Please sign in again.');
  });

  it('lets nobody in whose sign-in is not under way', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const visitor = createVisitor(pool);

    for (const path of ['/mfa', '/newPassword', '/mfaSetup']) {
      const page = await visitor.visit(`${path}?${query}`);
      const { status, location } = await visitor.send(page, { session: 'x'.repeat(40), username: owner, password });
      expect([status, location]).toEqual([400, undefined]);
    }
  });

  it('has an app set up first where the pool demands one', async () => {
    const clock = createClock();
    await using pool = await startPool({ clock: clock.now, pool: { mfa: 'REQUIRED' } });
    await join(pool, owner);
    const visitor = createVisitor(pool);

    const asked = await signInAs(visitor, owner);
    const secret = /<code>([A-Z2-7]+)<\/code>/.exec(asked.html)?.[1] ?? '';
    const back = await visitor.send(asked, { code: totpCode(secret, stepAt(clock.now())) });

    expect(asked.html).toContain('Set up your authenticator app');
    expect(codeIn(back)).not.toBe('');
  });
});

describe('The forms', () => {
  it("are refused from elsewhere: without a proof, with another browser's, or from another origin", async () => {
    await using pool = await startPool();
    await join(pool, owner);
    const visitor = createVisitor(pool);
    const page = await visitor.visit(`/login?${query}`);
    const foreign = await createVisitor(pool).visit(`/login?${query}`);
    const fields = { username: owner, password };

    const attempts = [
      await visitor.post(page.action, fields),
      await visitor.post(page.action, { ...fields, ...foreign.hidden }),
      await createVisitor(pool).post(page.action, { ...fields, ...page.hidden }),
      await visitor.post(page.action, { ...fields, ...page.hidden }, { origin: 'https://evil.example' }),
      await visitor.post(page.action, { ...fields, ...page.hidden }, { origin: 'null' }),
    ];

    for (const { status, location, html } of attempts) {
      expect([status, location]).toEqual([403, undefined]);
      expect(html).toContain('Please try again.');
    }
    expect(codeIn(await visitor.send(page, fields))).not.toBe('');
  });

  it('answer with headers that keep scripts and frames out, and cookies that scripts cannot read', async () => {
    await using pool = await startPool();

    const { headers } = await createVisitor(pool).visit(`/login?${query}`);

    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' http://localhost:8000; " +
        "base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^XSRF-TOKEN=.*; HttpOnly; SameSite=Lax$/)]);
  });

  it('show what was typed as text, and never a password', async () => {
    await using pool = await startPool();
    const visitor = createVisitor(pool);
    const attack = '"><script>alert(1)</script>';

    const page = await visitor.visit(`/login?${authorizeQuery({ state: attack, login_hint: attack })}`);
    const { html } = await visitor.send(page, { username: attack, password: 'secret-that-was-typed' });

    for (const shown of [page.html, html]) {
      expect(shown).not.toContain('<script');
      expect(shown).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    }
    expect(html).not.toContain('secret-that-was-typed');
  });

  it('lead nobody past a password that an administrator took back', async () => {
    await using pool = await startPool();
    await join(pool, owner);
    await pool.aws.send(
      new AdminSetUserPasswordCommand({ UserPoolId: poolId, Username: owner, Password: newPassword, Permanent: false }),
    );

    const { location, html } = await signInAs(createVisitor(pool), owner, { secret: newPassword });

    expect(location).toBeUndefined();
    expect(html).toContain('Choose your password');
  });
});
