/** The store's file holds something that this program did not write. Nothing was changed. */
export class StoreDamaged extends Error {
  constructor(file: string, line: number, cause: unknown) {
    super(
      `${file} is damaged at line ${line}. Restore it from a copy, or remove it to start with an empty user pool.`,
      {
        cause,
      },
    );
    this.name = 'StoreDamaged';
  }
}

/** The store's file belongs to another pool. Nothing was changed. */
export class StoreOfAnotherPool extends Error {
  constructor(file: string, found: string, wanted: string) {
    super(`${file} holds the user pool ${found}, not ${wanted}. Choose another data folder.`);
    this.name = 'StoreOfAnotherPool';
  }
}
