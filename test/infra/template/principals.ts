import { at, listOf, type Json } from './json';
import { onlyResource, resourcesOf, targetOf } from './resources';

/** Who acts in the stack, in readable words, and the logical id of the role that it acts with. */
export const rolesByPrincipal = (template: Json): ReadonlyMap<string, string> =>
  new Map([
    ...resourcesOf(template, 'AWS::AppSync::DataSource').map(
      ({ properties }) => [`source ${String(properties.Name)}`, targetOf(properties.ServiceRoleArn) ?? ''] as const,
    ),
    ...resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => {
      const name = String(properties.FunctionName).split('-').at(-1);
      return [`function ${name}`, targetOf(properties.Role) ?? ''] as const;
    }),
    ['log of the API', apiLogRole(template)] as const,
  ]);

const apiLogRole = (template: Json): string => {
  const { properties } = onlyResource(template, 'AWS::AppSync::GraphQLApi');
  const [arn] = listOf(at(properties, 'LogConfig', 'CloudWatchLogsRoleArn'));
  return targetOf(arn) ?? '';
};
