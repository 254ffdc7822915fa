import { logged } from '../shared/logged';
import { openStorage } from '../shared/storage';
import { createReadProgress } from './readProgress';

export const handler = logged(createReadProgress(openStorage(process.env)));
