import type { Page } from 'playwright-core';
import { pool } from '../../config/pool';
import type { Twin } from '../../local/twin';

/** A password that satisfies the pool's policy. */
export const goodPassword = `Correct-horse-${pool.passwordPolicy.minimumLength}`;

/** Reads the newest code sent to an address. */
export const mailedCode = async ({ endpoints }: Twin, address: string): Promise<string> => {
  const response = await fetch(`${endpoints.mailbox}?username=${encodeURIComponent(address)}`);
  const { code }: { readonly code: string } = JSON.parse(await response.text());
  return code;
};

/** Signs up with the page's own forms; ends at the list. */
export const signUp = async (page: Page, twin: Twin, email: string): Promise<void> => {
  await page.getByRole('tab', { name: 'Create Account' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('New password', { exact: true }).fill(goodPassword);
  await page.getByLabel('The same password again').fill(goodPassword);
  await page.getByRole('button', { name: 'Create Account' }).click();
  await page.getByLabel('Code').waitFor();
  await page.getByLabel('Code').fill(await mailedCode(twin, email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await listOf(page);
};

/** Signs in with the page's own form; ends at the list. */
export const signIn = async (page: Page, email: string, password = goodPassword): Promise<void> => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await listOf(page);
};

export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail address').waitFor();
};

/** Waits until the page shows the person's list, which may be empty. */
const listOf = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'Files', exact: true }).waitFor({ timeout: 15_000 });
