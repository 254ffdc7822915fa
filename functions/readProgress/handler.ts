import { logged } from '../shared/logged';
import { forOwner } from '../shared/sessions/forOwner';
import { storageOpener } from '../shared/storage';
import { createReadProgress, type ReadProgressEvent } from './readProgress';

const inSession = forOwner(process.env, storageOpener(process.env));

export const handler = logged(inSession((storage, event: ReadProgressEvent) => createReadProgress(storage)(event)));
