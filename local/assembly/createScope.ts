/** The services opened so far; closing closes them in reverse order. */
export interface Scope {
  /** Registers a service to close later, and returns it. */
  readonly keep: <Service extends { readonly close: () => Promise<void> }>(service: Service) => Service;
  readonly close: () => Promise<void>;
}

export const createScope = (): Scope => {
  const opened: { readonly close: () => Promise<void> }[] = [];
  return {
    keep: (service) => {
      opened.push(service);
      return service;
    },
    close: async () => {
      for (const service of opened.splice(0).reverse()) await service.close();
    },
  };
};
