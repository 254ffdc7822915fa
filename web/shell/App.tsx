import '../styles/shell.css';
import '../styles/files.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createServices, ServicesContext } from './services';
import { Shell } from './Shell';

/** Everything behind the sign-in. */
export const App = () => {
  const [services] = useState(createServices);
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={services.client}>
        <Shell />
      </QueryClientProvider>
    </ServicesContext>
  );
};
