import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { tokenOf } from './tokenOf';

/** The `sub` of the signed-in user. */
export const userIdOf = async (page: Page): Promise<string> => decodeJwt(await tokenOf(page)).sub ?? '';
