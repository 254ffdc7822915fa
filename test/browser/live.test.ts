import { describe, expect, it } from 'vitest';
import { signIn, signUp } from './people';
import { choose, row, rows, upload } from './someFiles';
import { holdSubscription, watchSubscriptions } from './subscriptions';
import { useStory } from './useStory';

const story = useStory();

const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });

describe('A second window', () => {
  it('shows by itself what happens in the first, and nothing of another person', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    const stranger = await story().openWindow();
    await signUp(first, story().twin, 'owner@example.com');
    await signIn(second, 'owner@example.com');
    await signUp(stranger, story().twin, 'stranger@example.com');

    await upload(first, [text('one.txt'), text('two.txt')]);
    await row(second, 'one.txt').waitFor();
    await row(second, 'two.txt').waitFor();
    await choose(first, 'one.txt', 'Rename');
    await first.getByLabel('New name of one.txt').fill('first.txt');
    await first.keyboard.press('Enter');
    await row(second, 'first.txt').waitFor();
    await choose(first, 'two.txt', 'Move to trash');
    await expect.poll(() => rows(second).count()).toBe(1);
    await first.getByRole('button', { name: 'Undo' }).click();
    await row(second, 'two.txt').waitFor();

    expect(await rows(stranger).count()).toBe(0);
    await second.getByText(' used').waitFor();
  });

  it('does not undo a rename that it has not seen, nor open a preview by itself', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    await signUp(first, story().twin, 'both@example.com');
    await upload(first, [text('a.txt'), text('b.txt')]);
    await expect.poll(() => rows(first).count()).toBe(2);
    await signIn(second, 'both@example.com');
    await second.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();

    await choose(second, 'a.txt', 'Rename');
    await choose(first, 'a.txt', 'Rename');
    await first.getByLabel('New name of a.txt').fill('z.txt');
    await first.keyboard.press('Enter');
    await expect.poll(() => rows(second).first().innerText()).toContain('b.txt'); // in its new place
    await second.getByLabel('New name of a.txt').fill('y.txt');
    await second.keyboard.press('Enter');
    await second.getByText('The file was changed elsewhere.').waitFor();
    await row(second, 'z.txt').waitFor();

    await second.getByRole('button', { name: 'z.txt', exact: true }).click();
    await second.getByRole('dialog').waitFor();
    await choose(first, 'z.txt', 'Move to trash');
    await second.getByRole('dialog').waitFor({ state: 'detached' });
    await first.getByRole('button', { name: 'Undo' }).click();
    await row(second, 'z.txt').waitFor();
    expect(await second.getByRole('dialog').count()).toBe(0);
  });

  it('shows what happens between its first look and its first subscription', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    await signUp(first, story().twin, 'early@example.com');
    const subscribe = await holdSubscription(second);
    await signIn(second, 'early@example.com');
    await second.getByRole('heading', { name: 'Nothing here yet' }).waitFor();

    await upload(first, text('early.txt'));
    await row(first, 'early.txt').waitFor();
    await expect.poll(subscribe).toBe(true);

    await row(second, 'early.txt').waitFor();
  });

  it('reads again what it missed while the network was lost', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    await signUp(first, story().twin, 'lost@example.com');
    await signIn(second, 'lost@example.com');

    await second.context().setOffline(true);
    await second.getByText('You are offline.').waitFor();
    await upload(first, text('missed.txt'));
    await row(first, 'missed.txt').waitFor();
    await second.context().setOffline(false);

    await row(second, 'missed.txt').waitFor();
  });

  it('follows on when its subscription has ended, and reads what it missed', async () => {
    const first = await story().openWindow();
    const second = await story().openWindow();
    await signUp(first, story().twin, 'ended@example.com');
    const subscriptions = await watchSubscriptions(second);
    await signIn(second, 'ended@example.com');
    await expect.poll(subscriptions.started).toBe(1);

    subscriptions.expire();
    await upload(first, text('missed.txt'));
    await row(second, 'missed.txt').waitFor();
    await expect.poll(subscriptions.started).toBe(2);
    await upload(first, text('after.txt'));

    await row(second, 'after.txt').waitFor();
  });
});
