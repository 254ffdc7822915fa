import { statementsOf } from '../template/grants';
import type { Json } from '../template/json';
import { rolesByPrincipal } from '../template/principals';
import type { Call } from './simulate';

/**
 * What AWS itself does with a role and the twin need not: Lambda and AppSync write logs, Lambda writes traces, and
 * GuardDuty does everything that its guide asks permissions for.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export const byAws = (template: Json): readonly Pick<Call, 'by' | 'action'>[] =>
  [...rolesByPrincipal(template)].flatMap(([by, roleId]) => {
    if (by.startsWith('function ')) return [...logging, ...tracing].map((action) => ({ by, action }));
    if (by === 'log of the API') return logging.map((action) => ({ by, action }));
    if (by !== 'scan of the bytes') return [];
    return statementsOf(template, roleId).flatMap(({ actions }) => actions.map((action) => ({ by, action })));
  });

const logging = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const tracing = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
