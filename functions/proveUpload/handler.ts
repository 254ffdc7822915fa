import { logged } from '../shared/logged';
import { forOwner } from '../shared/sessions/forOwner';
import { storageOpener } from '../shared/storage';
import { createProveUpload, type ProveUploadEvent } from './proveUpload';

const inSession = forOwner(process.env, storageOpener(process.env));

export const handler = logged(inSession((storage, event: ProveUploadEvent) => createProveUpload(storage)(event)));
