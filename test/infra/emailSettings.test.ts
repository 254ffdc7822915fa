import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../infra/options';
import { account, region, resolve } from './template/resolve';
import { onlyResource } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

const input = await readProject();

const poolOf = (...options: readonly string[]): unknown => {
  const { template } = synthesize(input, parseOptions(['--stage', 'prod', ...options]).stage);
  return resolve(template, onlyResource(template, 'AWS::Cognito::UserPool').properties);
};

describe('the mails of the user pool', { timeout: 120_000 }, () => {
  it('are sent through SES, by the identity of the domain of --mail-from', () => {
    expect(poolOf('--mail-from', 'sign-in@files.example.com')).toMatchObject({
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: 'sign-in@files.example.com',
        SourceArn: `arn:aws:ses:${region}:${account}:identity/files.example.com`,
      },
    });
  });

  it('are sent by Cognito itself without it', () => {
    expect(poolOf()).not.toHaveProperty('EmailConfiguration');
  });
});
