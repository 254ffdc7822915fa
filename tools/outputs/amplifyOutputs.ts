import type { StackOutputs } from './stackOutputs';

/**
 * The content of amplify_outputs.json, of a deployed stage and of the twin. It has no field for a user pool's endpoint.
 * https://docs.amplify.aws/react/reference/amplify_outputs/
 */
export const amplifyOutputs = ({ region, graphql, userPoolId, userPoolClientId }: StackOutputs) => ({
  version: '1.3',
  auth: { aws_region: region, user_pool_id: userPoolId, user_pool_client_id: userPoolClientId },
  data: {
    aws_region: region,
    url: graphql,
    default_authorization_type: 'AMAZON_COGNITO_USER_POOLS',
    authorization_types: ['AWS_IAM'],
  },
});
