import { strings } from '../words/strings';

/** Shown when `/amplify_outputs.json` cannot be read. */
export const ConfigurationMissing = () => (
  <main className="entrance">
    <h1>{strings.brand}</h1>
    <p role="alert">{strings.configurationMissing}</p>
  </main>
);
