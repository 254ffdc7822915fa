import type { GraphQLField } from 'graphql';
import type { RequestState } from './requestState';
import { withAbsentVariables } from './withAbsentVariables';

type Resolve = NonNullable<GraphQLField<unknown, RequestState>['resolve']>;

/** Makes a field of the type Subscription note what it is asked for: that is how a subscription starts. */
export const notingStart =
  (resolve: Resolve): Resolve =>
  (source, args, state, info) => {
    state.subscription.info = info;
    state.subscription.args = withAbsentVariables(args, info);
    return resolve(source, args, state, info);
  };
