/** What was opened, so that it can be closed: the last first. */
export interface Scope {
  /** Takes something that will have to be closed, and gives it back. */
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
