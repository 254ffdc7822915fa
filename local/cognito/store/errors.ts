/** The store's file holds something that this program did not write. Nothing was changed. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';

  constructor(file: string, line: number, cause: unknown) {
    super(
      `${file} is damaged at line ${line}. Restore it from a copy, or remove it to start with an empty user pool.`,
      {
        cause,
      },
    );
  }
}

/** The store's file belongs to another pool. Nothing was changed. */
export class StoreOfAnotherPool extends Error {
  override readonly name = 'StoreOfAnotherPool';

  constructor(file: string, found: string, wanted: string) {
    super(`${file} holds the user pool ${found}, not ${wanted}. Choose another data folder.`);
  }
}
