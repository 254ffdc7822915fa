import type { Handler, ObjectCall } from './call';
import { describeObject } from './describeObject';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const headObject: Handler<ObjectCall> = (call) => Promise.resolve(describeObject(call).answer);
