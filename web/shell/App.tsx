import '../styles/shell.css';
import '../styles/files.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createServices, ServicesContext } from './services';
import { Shell } from './Shell';

/** Everything that is behind the sign-in. */
export const App = () => {
  const [services] = useState(createServices);
  useEffect(() => () => services.uploader.close(), [services]);
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={services.client}>
        <Shell />
      </QueryClientProvider>
    </ServicesContext>
  );
};
