import { Dashboard, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarmTopic';
import { apiSignals } from './apiSignals';
import { backgroundSignals } from './backgroundSignals';
import type { StageConfig } from './config';
import { firewallSignals } from './firewallSignals';
import { functionSignals } from './functionSignals';
import { sharedName } from './sharedName';
import type { Signals, SignalsProps } from './signals';
import { tableSignals } from './tableSignals';

export interface ObservabilityProps extends SignalsProps {
  readonly stage: StageConfig;
}

/** One dashboard, and alarms that notify somebody. */
export class Observability extends Construct {
  /** Where alarms go. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: ObservabilityProps) {
    super(scope, id);
    const alarmTopic = new AlarmTopic(this, 'Topic', props.stage);
    this.topic = alarmTopic.topic;
    const parts: Signals[] = [
      apiSignals(this, props),
      functionSignals(this, props),
      tableSignals(this, props),
      backgroundSignals(this, props),
      ...firewallSignals(this, props),
    ];
    for (const alarm of parts.flatMap(({ alarms }) => alarms)) alarmTopic.report(alarm);
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: sharedName(props.stage) });
    for (const { title, widgets } of parts) {
      dashboard.addWidgets(new TextWidget({ markdown: `# ${title}`, width: 24, height: 1 }));
      dashboard.addWidgets(...widgets);
    }
  }
}
