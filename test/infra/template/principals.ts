import { at, listOf, type Json } from './json';
import { onlyResource, resourcesOf, targetOf } from './resources';

/** The stack's principals, by readable name, with the logical id of the role that each acts with. */
export const rolesByPrincipal = (template: Json): ReadonlyMap<string, string> =>
  new Map([
    ...resourcesOf(template, 'AWS::AppSync::DataSource').flatMap(({ properties }) => {
      const role = targetOf(properties.ServiceRoleArn);
      return role === undefined ? [] : [[`source ${String(properties.Name)}`, role] as const];
    }),
    ...resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ properties }) => {
      const name = String(properties.FunctionName).split('-').at(-1);
      const session = targetOf(at(properties, 'Environment', 'Variables', 'SESSION_ROLE_ARN'));
      return [
        [`function ${name}`, targetOf(properties.Role) ?? ''] as const,
        ...(session === undefined ? [] : [[`session of ${name}`, session] as const]),
      ];
    }),
    ...resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ properties }) => {
      const target = targetOf(at(properties, 'Target', 'Arn'));
      const lambda = resourcesOf(template, 'AWS::Lambda::Function').find(({ id }) => id === target);
      const name = String(lambda?.properties.FunctionName).split('-').at(-1);
      return [`schedule of ${name}`, targetOf(at(properties, 'Target', 'RoleArn')) ?? ''] as const;
    }),
    ...resourcesOf(template, 'AWS::GuardDuty::MalwareProtectionPlan').map(
      ({ properties }) => ['scan of the bytes', targetOf(properties.Role) ?? ''] as const,
    ),
    ['log of the API', apiLogRole(template)] as const,
  ]);

const apiLogRole = (template: Json): string => {
  const { properties } = onlyResource(template, 'AWS::AppSync::GraphQLApi');
  const [arn] = listOf(at(properties, 'LogConfig', 'CloudWatchLogsRoleArn'));
  return targetOf(arn) ?? '';
};
