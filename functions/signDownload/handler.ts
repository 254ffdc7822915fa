import { credentialsOf } from '../shared/credentials';
import { logged } from '../shared/logged';
import { forOwner } from '../shared/sessions/forOwner';
import { createUrlSigner, urlLifetimeSeconds } from '../shared/urlSigner';
import { signDownload, type SignDownloadEvent } from './signDownload';

const signerWith = createUrlSigner(process.env, () => Date.now());

// Signing once during initialization compiles and warms the code, so that no request pays for it.
const warmth = signerWith(credentialsOf(process.env))({ method: 'GET', key: 'warm' });

const inSession = forOwner(process.env, signerWith, urlLifetimeSeconds(process.env));

export const handler = logged(
  inSession(async (signUrl, event: SignDownloadEvent) => {
    await warmth;
    return signDownload(signUrl, event);
  }),
);
