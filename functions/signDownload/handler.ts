import { logged } from '../shared/logged';
import { createUrlSigner } from '../shared/urlSigner';
import { createSignDownload } from './signDownload';

const signUrl = createUrlSigner(process.env, () => new Date());

// The first signature compiles and warms what it needs: done here, it costs no request.
const warmth = signUrl({ method: 'GET', key: 'warm' });

const signDownload = createSignDownload(signUrl);

export const handler = logged(async (event: Parameters<typeof signDownload>[0]) => {
  await warmth;
  return signDownload(event);
});
