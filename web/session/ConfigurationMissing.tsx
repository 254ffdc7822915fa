import { strings } from '../words/strings';

/** What is shown where no `/amplify_outputs.json` lies beside the page. */
export const ConfigurationMissing = () => (
  <main className="entrance">
    <h1>{strings.brand}</h1>
    <p role="alert">{strings.configurationMissing}</p>
  </main>
);
