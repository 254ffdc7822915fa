import { openStorage } from '../shared/storage';
import { createReadProgress } from './readProgress';

export const handler = createReadProgress(openStorage(process.env));
