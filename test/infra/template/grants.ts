import { at, isObject, listOf, type Json } from './json';
import { resourcesOf, targetOf, textOf } from './resources';

/** One statement of a role's inline or attached policies. */
export interface Statement {
  readonly effect: unknown;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly raw: Json;
}

/** All statements of a role, wherever they are attached. */
export const statementsOf = (template: Json, roleId: string): Statement[] => {
  const role = resourcesOf(template, 'AWS::IAM::Role').find(({ id }) => id === roleId);
  const attached = resourcesOf(template, 'AWS::IAM::Policy').filter(({ properties }) =>
    listOf(properties.Roles).some((reference) => targetOf(reference) === roleId),
  );
  const documents = [
    ...listOf(role?.properties.Policies).map((policy) => at(policy, 'PolicyDocument')),
    ...attached.map(({ properties }) => properties.PolicyDocument),
  ];
  return documents.flatMap((document) => listOf(at(document, 'Statement')).filter(isObject).map(toStatement));
};

/** A role's grants as sorted sentences: `dynamodb:Query on ${Table.Arn}`, followed by `if` and any condition. */
export const grantsOf = (template: Json, roleId: string): string[] =>
  statementsOf(template, roleId)
    .flatMap(({ effect, actions, resources, raw }) =>
      actions.flatMap((action) =>
        resources.map(
          (resource) =>
            `${effect === 'Allow' ? '' : `${String(effect)}: `}${action} on ${resource}` +
            (raw.Condition === undefined ? '' : ` if ${JSON.stringify(raw.Condition)}`),
        ),
      ),
    )
    .sort();

const toStatement = (raw: Json): Statement => ({
  effect: raw.Effect,
  actions: listOf(raw.Action).map(String),
  resources: listOf(raw.Resource).map(textOf),
  raw,
});
