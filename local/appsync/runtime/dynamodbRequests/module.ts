import { toBinarySet, toNumberSet, toStringSet } from './attributeValues';
import { batchDelete, batchGet, batchPut } from './batchRequests';
import { get, put, remove, update } from './itemRequests';
import { operations } from './operations';
import { query, scan, sync } from './listRequests';
import { transactGet, transactWrite } from './transactRequests';

/** `@aws-appsync/utils/dynamodb`: https://docs.aws.amazon.com/appsync/latest/devguide/built-in-modules-js.html */
export const dynamodb = {
  ...{ batchDelete, batchGet, batchPut, get, operations, put, query, remove, scan, sync },
  ...{ toBinarySet, toNumberSet, toStringSet, transactGet, transactWrite, update },
};
