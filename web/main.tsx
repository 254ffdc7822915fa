import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configure } from './session/configure';
import { ConfigurationMissing } from './session/ConfigurationMissing';
import { Page } from './shell/Page';
import './styles/forcedColors.css'; // last: it changes what the others say

/** Starts the page once its configuration has been read. */
const start = async (): Promise<void> => {
  const place = document.querySelector('#page');
  if (!place) return;
  const root = createRoot(place);
  try {
    const configuration = await configure();
    root.render(
      <StrictMode>
        <Page configuration={configuration} />
      </StrictMode>,
    );
  } catch {
    root.render(<ConfigurationMissing />);
  }
};

void start();
