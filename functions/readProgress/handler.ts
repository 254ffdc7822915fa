import { logged } from '../shared/logged';
import { forOwner } from '../shared/sessions/forOwner';
import { storageOpener } from '../shared/storage';
import { readProgress } from './readProgress';

const inSession = forOwner(process.env, storageOpener(process.env));

export const handler = logged(inSession(readProgress));
