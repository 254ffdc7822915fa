import { describe, expect, it } from 'vitest';
import { Refused } from '../../schema/requests/errors';
import { Unreachable } from '../../web/api/errors';
import { createMeter } from '../../web/uploads/meter';
import { reasonOf } from '../../web/uploads/reasonOf';

const failed = (status: number, message = 'Non 2xx', responseText = '') =>
  Object.assign(new Error(message), { source: { status, responseText } });

describe('Why an upload stopped', () => {
  it.each([
    ['the network is gone', failed(0), 'wait'],
    ['the API is not reached', new Unreachable('Network error'), 'wait'],
    ['storage stumbles', failed(503), 'wait'],
    ['two PUTs met', failed(409), 'wait'],
    ['storage wants it slower', failed(429), 'wait'],
    ['storage waited too long', failed(400, 'Non 2xx', '<Error><Code>RequestTimeout</Code></Error>'), 'wait'],
    ['the URL has expired', failed(403, 'Request has expired'), 'wait'],
    ['the bytes are there already', failed(412), 'save'],
    ['the upload is over', new Refused('UPLOAD_EXPIRED', ''), 'renew'],
    ['a function failed', new Refused('Lambda:Unhandled', ''), 'insist'],
    ['a function was throttled', new Refused('Lambda:IllegalArgument', 'Rate Exceeded.'), 'insist'],
    ['a function ran too long', new Refused('Lambda:ExecutionTimeoutException', ''), 'insist'],
    ['the table failed', new Refused('DynamoDB:ProvisionedThroughputExceededException', ''), 'insist'],
    ['another request was there first', new Refused('BUSY', ''), 'insist'],
    ['there is no room', new Refused('QUOTA_EXCEEDED', ''), 'tell'],
    ['nobody is signed in', new Refused('UnauthorizedException', ''), 'tell'],
    ['the bytes have not arrived', new Refused('OBJECT_MISSING', ''), 'tell'],
    ['other bytes have arrived', new Refused('SIZE_MISMATCH', ''), 'restart'],
    ['storage says no', failed(403), 'restart'],
    ['storage does not understand', failed(400), 'restart'],
  ])('%s', (_, error, next) => {
    expect(reasonOf(error).next).toBe(next);
  });
});

describe('A meter', () => {
  it('measures the last seconds, and starts over when bytes are sent again', () => {
    const meter = createMeter();

    for (let second = 0; second <= 4; second += 1) meter.note('a', second * 1000, second * 1000);
    const steady = meter.bytesPerSecond('a', 4_500);
    meter.note('a', 100, 5_000);
    const again = meter.bytesPerSecond('a', 5_100);

    expect(Math.round(steady)).toBe(889);
    expect(again).toBe(0);
  });
});
