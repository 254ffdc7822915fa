import { BadRequest, MalformedRequest } from '../errors';
import type { PreparedDocument, PreparedOperation } from './createPreparer';

/** The operation of the document that a request asks for. */
export const chooseOperation = (
  { operations }: PreparedDocument,
  operationName: string | undefined,
): PreparedOperation => {
  const [first, second] = operations;
  if (!first) throw new MalformedRequest();
  if (operationName === undefined && second) throw new BadRequest('Missing operation name.');
  const chosen =
    operationName === undefined ? first : operations.find(({ node }) => node.name?.value === operationName);
  // Users saw these words for an empty name too: https://github.com/altair-graphql/altair/issues/1122
  if (!chosen) throw new BadRequest(`No operation matches the provided operation name ${operationName}.`);
  return chosen;
};
