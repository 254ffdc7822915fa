import { createUrlSigner } from '../shared/urlSigner';
import { createSignUpload } from './signUpload';

const signUrl = createUrlSigner(process.env, () => new Date());

// The first signature compiles and warms what it needs: done here, it costs no request.
const warmth = signUrl({ method: 'PUT', key: 'warm' });

const signUpload = createSignUpload(signUrl);

export const handler = async (event: Parameters<typeof signUpload>[0]) => {
  await warmth;
  return signUpload(event);
};
