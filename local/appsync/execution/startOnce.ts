import type { GraphQLField } from 'graphql';
import type { RequestState } from './requestState';
import { withAbsentVariables } from './withAbsentVariables';

/**
 * What graphql-js calls when a subscription starts: the field is resolved once, like any other and with the same
 * guards. Its value is ignored; events come from mutations.
 * https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-data.html
 */
export const startOnce =
  (field: GraphQLField<unknown, RequestState>): GraphQLField<unknown, RequestState>['subscribe'] =>
  async (source, args, state, info) => {
    state.subscription.info = info;
    state.subscription.args = withAbsentVariables(args, info);
    await field.resolve?.(source, args, state, info);
    return noEvents();
  };

async function* noEvents(): AsyncGenerator<never> {}
