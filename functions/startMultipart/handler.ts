import { logged } from '../shared/logged';
import { forOwner } from '../shared/sessions/forOwner';
import { storageOpener } from '../shared/storage';
import { createStartMultipart, type StartMultipartEvent } from './startMultipart';

const inSession = forOwner(process.env, storageOpener(process.env));

export const handler = logged(inSession((storage, event: StartMultipartEvent) => createStartMultipart(storage)(event)));
