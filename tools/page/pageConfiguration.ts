import { resourcesConfig, type Endpoints } from '../../local/endpoints';

/** The page's `/amplify_outputs.json` where it stands beside the twin: what Amplify takes, and where letters arrive. */
export const pageConfiguration = (endpoints: Endpoints) => ({
  ...resourcesConfig(endpoints),
  custom: { mailbox: endpoints.mailbox },
});
