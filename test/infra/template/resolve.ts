import { isObject, listOf, type Json } from './json';
import { resourcesOf, type Resource } from './resources';

/** The account and region that a template is assumed to be deployed to. */
export const account = '111122223333';
export const region = 'eu-west-1';

/** A template value with its intrinsic functions evaluated as CloudFormation would. */
export const resolve = (template: Json, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolve(template, item));
  if (!isObject(value)) return value;
  if ('Ref' in value) return referenced(template, String(value.Ref));
  if ('Fn::GetAtt' in value) return attribute(template, listOf(value['Fn::GetAtt']).map(String));
  if ('Fn::Join' in value) {
    const [separator, parts] = listOf(value['Fn::Join']);
    return listOf(resolve(template, parts)).join(String(separator));
  }
  if ('Fn::Split' in value) {
    const [separator, text] = listOf(value['Fn::Split']);
    return String(resolve(template, text)).split(String(separator));
  }
  if ('Fn::Select' in value) {
    const [position, parts] = listOf(value['Fn::Select']);
    return listOf(resolve(template, parts))[Number(position)];
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(template, inner)]));
};

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
};

const referenced = (template: Json, id: string): unknown => pseudo[id] ?? nameOf(template, resourceOf(template, id));

const attribute = (template: Json, [id = '', name = '']: readonly string[]): unknown => {
  const resource = resourceOf(template, id);
  const url = urls[name];
  if (url) return url;
  if (name === 'StreamArn') return `${arns['AWS::DynamoDB::Table']?.(nameOf(template, resource))}/stream/2026`;
  if (name === 'RegionalDomainName') return `${nameOf(template, resource)}.s3.${region}.amazonaws.com`;
  const toArn = arns[resource.type];
  return name === 'Arn' && toArn ? toArn(nameOf(template, resource)) : `${id}.${name}`;
};

const urls: Readonly<Record<string, string>> = {
  GraphQLUrl: `https://abc.appsync-api.${region}.amazonaws.com/graphql`,
  RealtimeUrl: `wss://abc.appsync-realtime-api.${region}.amazonaws.com/graphql`,
};

const arns: Readonly<Record<string, (name: string) => string>> = {
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::DynamoDB::Table': (name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  'AWS::Lambda::Function': (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::AppSync::GraphQLApi': () => `arn:aws:appsync:${region}:${account}:apis/abc`,
  'AWS::SQS::Queue': (name) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::Logs::LogGroup': (name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
};

/** A resource's explicit name; its lower-case logical id where CloudFormation would generate one. */
const nameOf = (template: Json, { id, properties }: Resource): string => {
  const { BucketName, TableName, FunctionName, LogGroupName, QueueName } = properties;
  const name = BucketName ?? TableName ?? FunctionName ?? LogGroupName ?? QueueName;
  return name === undefined ? id.toLowerCase() : String(resolve(template, name));
};

const resourceOf = (template: Json, id: string): Resource => {
  const found = resourcesOf(template).find((resource) => resource.id === id);
  if (!found) throw new RangeError(`The template has no resource ${id}.`);
  return found;
};
