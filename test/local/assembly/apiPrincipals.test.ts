import { expect, it } from 'vitest';
import { apiPrincipals } from '../../../local/assembly/apiPrincipals';
import { developer, functionRole } from '../../../local/assembly/principals';
import * as wiring from '../../../local/wiring';

const secrets = (purpose: string) => `secret of ${purpose}`;

it('lets the developer ask for everything, and a function for what the manifest says', () => {
  const principals = apiPrincipals(wiring, secrets);
  const of = (name: 'followTable' | 'reconcile') =>
    principals[functionRole(name, wiring.background[name].may, secrets).accessKeyId];

  expect(principals[developer(secrets).accessKeyId]).toBe('secret of developer');
  expect(of('followTable')).toMatchObject({
    secret: 'secret of secret key of followTable',
    sessionToken: 'secret of session of followTable',
    fields: ['Mutation.publishFileEvent'],
  });
  expect(of('reconcile')).toMatchObject({ fields: [] });
});
