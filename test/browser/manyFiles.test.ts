import { describe, expect, it } from 'vitest';
import { writeManyFiles } from './manyFiles';
import { signIn, signOut, signUp } from './people';
import { row, rows } from './someFiles';
import { userIdOf } from './userIdOf';
import { useStory } from './useStory';
import type { BrowserContextOptions, Page } from 'playwright-core';

const story = useStory();

describe('A list of ten thousand files', () => {
  it('shows the first hundred at once, and scrolls to the last with few rows on the page, each read once', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'collector@example.com');
    const userId = await userIdOf(page);
    await signOut(page);
    await writeManyFiles(story().twin, userId, 10_000);

    const reads: string[] = [];
    page.on('request', (request) => {
      const body = request.postData() ?? '';
      if (body.includes('query MyFiles') && body.includes('"status":"AVAILABLE"')) reads.push(body);
    });
    const started = await measureSignIn(page);
    const seconds = (Date.now() - started) / 1000;

    expect(await rows(page).first().innerText()).toContain('Document 09999.pdf');
    await expect.poll(() => reads.length).toBe(2); // it is read again once events arrive
    const before = reads.length;
    const drawn: number[] = [];
    // The events of all these files arrive meanwhile.
    await expect
      .poll(
        async () => {
          await page.evaluate('document.querySelector(".rows").scrollTop = 1e9');
          drawn.push(await rows(page).count());
          return rows(page).last().innerText();
        },
        { timeout: 120_000, interval: 50 },
      )
      .toContain('Document 00000.pdf');
    expect(Math.max(...drawn)).toBeLessThan(60);
    // The other 99 pages, and the empty one after a full last page.
    expect(reads.length - before).toBeLessThanOrEqual(100);
    const frames: number = await page.evaluate(scrollThrough);
    console.log(`list visible ${seconds.toFixed(2)} s after sign-in; longest frame while scrolling ${frames} ms`);
  }, 180_000);
});

describe('A list whose next page is refused', () => {
  const openRefused = async (email: string, options?: BrowserContextOptions) => {
    const page = await story().openWindow(options);
    await signUp(page, story().twin, email);
    await writeManyFiles(story().twin, await userIdOf(page), 150);
    await page.routeWebSocket(/./, () => undefined); // events of these files would trigger more reads of the list
    await page.reload();
    await row(page, 'Document 00149.pdf').waitFor();
    const refused: string[] = [];
    const errors = [{ path: ['myFiles'], errorType: 'INVALID_NEXT_TOKEN', message: 'The list has changed.' }];
    await page.route('**/graphql', (route) => {
      const asked = route.request().postData() ?? '';
      if (!asked.includes('query MyFiles') || !asked.includes('"nextToken":"')) return route.fallback();
      refused.push(asked);
      return route.fulfill({ json: { data: null, errors } });
    });

    await page.evaluate('document.querySelector(".rows").scrollTop = 1e9');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    return { page, refused };
  };

  it('says so once, and asks again when somebody wants it', async () => {
    const { page, refused } = await openRefused('patient@example.com');
    await row(page, 'Document 00050.pdf').waitFor();

    expect(refused.length).toBe(1);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('150', { exact: true }).waitFor();
  });

  it('says so over no button of a dialog', async () => {
    const { page } = await openRefused('careful@example.com', { viewport: { width: 320, height: 568 } });

    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Two-step sign-in' }).click();
    await page.getByLabel('Code').waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();

    await page.getByLabel('Code').waitFor({ state: 'detached' });
  });
});

describe('A selection of all', () => {
  it('is called one of the first files while there are more', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'picker@example.com');
    await writeManyFiles(story().twin, await userIdOf(page), 150);
    await page.routeWebSocket(/./, () => undefined); // events of these files would trigger more reads of the list
    await page.reload();
    await page.getByRole('checkbox', { name: 'Select Document 00149.pdf' }).click();
    await page.getByRole('heading', { name: '1 file selected', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Select the first 100' }).click();

    await page.getByRole('heading', { name: 'First 100 files selected' }).waitFor();
    await page.evaluate('document.querySelector(".rows").scrollTop = 1e9');
    await page.getByRole('button', { name: 'Select all', exact: true }).click();
    await page.getByRole('heading', { name: '150 files selected', exact: true }).waitFor();
  });
});

describe('A preview', () => {
  it('leads from file to file beyond those that the list has read', async () => {
    const page = await story().openWindow();
    await signUp(page, story().twin, 'reader@example.com');
    await writeManyFiles(story().twin, await userIdOf(page), 150);
    await page.routeWebSocket(/./, () => undefined); // events of these files would trigger more reads of the list
    await page.reload();
    await page.getByRole('button', { name: 'Document 00149.pdf', exact: true }).click();
    await page.getByRole('dialog').waitFor();

    for (let steps = 0; steps < 99; steps += 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: 'Document 00050.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Next file' }).click();

    await page.getByRole('dialog', { name: 'Document 00049.pdf' }).waitFor();
  });
});

/** Signs in; resolves, once the list is shown, with the time at which the password was submitted. */
const measureSignIn = async (page: Page): Promise<number> => {
  const asked = page.waitForRequest((request) => request.method() === 'POST' && /127\.0\.0\.1/.test(request.url()));
  const done = signIn(page, 'collector@example.com');
  await asked;
  const started = Date.now();
  await done;
  await rows(page).first().waitFor();
  return started;
};

/** Scrolls through the whole list, one screen per frame; resolves with the longest frame. */
const scrollThrough = `new Promise((resolve) => {
  const list = document.querySelector('.rows');
  list.scrollTop = 0;
  let last = performance.now(), longest = 0, steps = 0;
  const step = (now) => {
    if (steps > 2) longest = Math.max(longest, now - last);
    last = now;
    list.scrollTop += list.clientHeight;
    if (++steps < 300) requestAnimationFrame(step);
    else resolve(Math.round(longest));
  };
  requestAnimationFrame(step);
})`;
