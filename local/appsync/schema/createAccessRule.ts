import {
  GraphQLString,
  GraphQLList,
  valueFromAST,
  type DirectiveNode,
  type FieldDefinitionNode,
  type GraphQLObjectType,
} from 'graphql';
import type { AuthMode, Caller } from '../auth/caller';

/** Whether a caller may see a field. */
export type AccessRule = (caller: Caller) => boolean;

export interface AccessModes {
  /** The mode of fields without an access directive. */
  readonly defaultMode: AuthMode;
  /** `@aws_auth` counts only while the API has a single mode. */
  readonly isSingleMode: boolean;
}

interface Grant {
  readonly mode: AuthMode;
  /** Undefined: every group. */
  readonly groups: readonly string[] | undefined;
}

/**
 * The access rule of one field: its own directives, else its type's, else the default mode. Several directives are
 * alternatives. The policies of an IAM principal may restrict it further, to some of the root fields.
 * https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html
 */
export const createAccessRule = (
  type: GraphQLObjectType,
  field: { readonly name: string; readonly astNode?: FieldDefinitionNode | null | undefined },
  modes: AccessModes,
): AccessRule => {
  const own = grantsOf(field.astNode?.directives ?? [], modes);
  const inherited = grantsOf(directivesOf(type), modes);
  const marked = own.length > 0 ? own : inherited;
  const grants = marked.length > 0 ? marked : [{ mode: modes.defaultMode, groups: undefined }];
  const isRoot = rootTypes.includes(type.name);
  const coordinate = `${type.name}.${field.name}`;
  return (caller) =>
    grants.some((grant) => admits(grant, caller)) && (!isRoot || (caller.allows?.(coordinate) ?? true));
};

const rootTypes = ['Query', 'Mutation', 'Subscription'];

const admits = ({ mode, groups }: Grant, caller: Caller): boolean =>
  mode === caller.mode && (groups === undefined || groups.some((group) => caller.groups.includes(group)));

const directivesOf = (type: GraphQLObjectType): readonly DirectiveNode[] => [
  ...(type.astNode?.directives ?? []),
  ...type.extensionASTNodes.flatMap((node) => node.directives ?? []),
];

const grantsOf = (directives: readonly DirectiveNode[], { isSingleMode }: AccessModes): readonly Grant[] =>
  directives.flatMap((directive): readonly Grant[] => {
    switch (directive.name.value) {
      case 'aws_iam':
        return [{ mode: 'AWS_IAM', groups: undefined }];
      case 'aws_cognito_user_pools':
        return [{ mode: 'AMAZON_COGNITO_USER_POOLS', groups: groupsOf(directive) }];
      case 'aws_auth':
        return isSingleMode ? [{ mode: 'AMAZON_COGNITO_USER_POOLS', groups: groupsOf(directive) }] : [];
      case 'aws_api_key':
      case 'aws_oidc':
      case 'aws_lambda':
        return [{ mode: modeOf[directive.name.value], groups: undefined }];
      default:
        return [];
    }
  });

const modeOf = {
  aws_api_key: 'API_KEY',
  aws_oidc: 'OPENID_CONNECT',
  aws_lambda: 'AWS_LAMBDA',
} as const satisfies Record<string, AuthMode>;

const groupsOf = (directive: DirectiveNode): readonly string[] | undefined => {
  const argument = directive.arguments?.find(({ name }) => name.value === 'cognito_groups');
  const groups: unknown = valueFromAST(argument?.value, new GraphQLList(GraphQLString));
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : undefined;
};
