import { logged } from '../shared/logged';
import { createUrlSigner } from '../shared/urlSigner';
import { createSignParts, type SignPartsEvent } from './signParts';
import { createSignUpload, type SignUploadEvent } from './signUpload';

const signUrl = createUrlSigner(process.env, () => new Date());

// The first signature compiles and warms what it needs: done here, it costs no request.
const warmth = signUrl({ method: 'PUT', key: 'warm' });

const signUpload = createSignUpload(signUrl);
const signParts = createSignParts(signUrl);

export const handler = logged(async (event: SignUploadEvent | SignPartsEvent) => {
  await warmth;
  return 'parts' in event ? signParts(event) : signUpload(event);
});
