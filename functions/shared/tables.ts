import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Opens the tables with the credentials in Lambda's environment; rows are plain objects. */
export const openTables = (): DynamoDBDocumentClient => DynamoDBDocumentClient.from(new DynamoDBClient({}));
