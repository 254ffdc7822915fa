import { isJsonObject, type JsonObject } from '../../json';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const maxRequests = 25;

/** DynamoDB's message about too many requests in a BatchWriteItem, or one that is not either a put or a delete. */
export const batchComplaint = ({ RequestItems }: JsonObject): string | undefined => {
  const requests = Object.values(isJsonObject(RequestItems) ? RequestItems : {}).flat();
  if (requests.some((request) => isJsonObject(request) && Object.keys(request).length !== 1)) {
    // What DynamoDB says of neither, assumed for both.
    return 'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes';
  }
  return requests.length > maxRequests ? 'Too many items requested for the BatchWriteItem call' : undefined;
};
