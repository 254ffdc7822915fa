import { at, listOf, type Json } from '../template/json';
import { onlyResource, resourcesOf, targetOf, textOf } from '../template/resources';
import { functionName } from './functionName';

/** The triggers of the functions that no field calls, by function name. */
export const projectTriggers = (template: Json, names: (text: string) => string) =>
  Object.fromEntries([
    ...projectMappings(template, names),
    ...projectSchedules(template),
    ...projectFindings(template, names),
  ]);

const projectMappings = (template: Json, names: (text: string) => string) =>
  resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => {
    const isTold =
      textOf(at(properties, 'DestinationConfig', 'OnFailure', 'Destination')) === textOf(deadLetters(template));
    const description = {
      stream: names(textOf(properties.EventSourceArn)),
      batchSize: properties.BatchSize,
      batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
      maximumRetryAttempts: properties.MaximumRetryAttempts,
      bisectBatchOnFunctionError: properties.BisectBatchOnFunctionError,
      reportBatchItemFailures: textOf(at(properties, 'FunctionResponseTypes', 0)) === 'ReportBatchItemFailures',
      ...(isTold ? {} : { loses: 'what it gives up' }),
    };
    return [nameOf(template, properties.FunctionName), description] as const;
  });

const projectSchedules = (template: Json) =>
  resourcesOf(template, 'AWS::Scheduler::Schedule').map(({ properties }) => {
    const rate = String(properties.ScheduleExpression).replace(/^rate\((.*)\)$/, '$1');
    return [
      nameOf(template, at(properties, 'Target', 'Arn')),
      { rate, event: at(properties, 'Target', 'Input') },
    ] as const;
  });

const projectFindings = (template: Json, names: (text: string) => string) =>
  resourcesOf(template, 'AWS::Events::Rule').map(({ id, properties }) => {
    const lambda = at(properties, 'Targets', 0, 'Arn');
    const detail = at(properties, 'EventPattern', 'detail');
    return [
      nameOf(template, lambda),
      {
        scanned: listOf(at(detail, 's3ObjectDetails', 'bucketName')).map((name) => names(textOf(name))),
        found: at(detail, 'scanResultDetails', 'scanResultStatus'),
        isLetIn: resourcesOf(template, 'AWS::Lambda::Permission').some(
          ({ properties: { FunctionName, Principal, SourceArn } }) =>
            textOf(FunctionName) === textOf(lambda) &&
            Principal === 'events.amazonaws.com' &&
            textOf(SourceArn) === `\${${id}.Arn}`,
        ),
      },
    ] as const;
  });

/** The only queue. */
export const projectDeadLetters = (template: Json) => {
  const { properties } = onlyResource(template, 'AWS::SQS::Queue');
  return {
    name: properties.QueueName,
    visibilityTimeoutSeconds: properties.VisibilityTimeout,
    retentionSeconds: properties.MessageRetentionPeriod,
  };
};

const deadLetters = (template: Json) => ({ 'Fn::GetAtt': [onlyResource(template, 'AWS::SQS::Queue').id, 'Arn'] });

const nameOf = (template: Json, reference: unknown): string => {
  const found = resourcesOf(template, 'AWS::Lambda::Function').find(({ id }) => id === targetOf(reference));
  return found ? functionName(found) : textOf(reference);
};
