import { describe, expect, it } from 'vitest';
import { acceptedType } from '../../../schema/requests/acceptedType';

describe('The type of an upload', () => {
  const allowed = ['image/*', 'text/*', 'application/pdf'];

  it.each([
    ['image/png', 'image/png'],
    ['Text/Plain; charset=utf-8', 'text/plain'],
    ['application/pdf', 'application/pdf'],
    ['application/x-msdownload', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('%s is sent as %s', (type, sent) => {
    expect(acceptedType(type, allowed)).toBe(sent);
  });
});
