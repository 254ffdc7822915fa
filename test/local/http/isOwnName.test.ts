import { expect, it } from 'vitest';
import { isOwnName } from '../../../local/http/isOwnName';

it.each([
  '127.0.0.1:4101',
  '[::1]:4101',
  '10.0.2.2:4101',
  'localhost:4101',
  'app.localhost',
  'twin:4101',
  'my-mac.local:4101',
  'host.docker.internal:4101',
  undefined,
])('counts %s as its own', (host) => {
  expect(isOwnName(host)).toBe(true);
});

it.each(['evil.example:4101', 'localhost.evil.example', '127.0.0.1.evil.example:4101', 'evil.example.', 'a b', ''])(
  'counts %s as a stranger’s',
  (host) => {
    expect(isOwnName(host)).toBe(false);
  },
);
