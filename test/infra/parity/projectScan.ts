import { at, listOf, type Json } from '../template/json';
import { resourcesOf, textOf } from '../template/resources';

/** What is scanned for malware; null when nothing is. */
export const projectScan = (template: Json, names: (text: string) => string) => {
  const [plan] = resourcesOf(template, 'AWS::GuardDuty::MalwareProtectionPlan');
  if (plan === undefined) return null;
  const scanned = at(plan.properties, 'ProtectedResource', 'S3Bucket');
  return {
    bucket: names(textOf(at(scanned, 'BucketName'))),
    prefixes: listOf(at(scanned, 'ObjectPrefixes')),
    tagging: at(plan.properties, 'Actions', 'Tagging', 'Status'),
  };
};
