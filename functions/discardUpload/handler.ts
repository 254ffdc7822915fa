import { openStorage } from '../shared/storage';
import { createDiscardUpload } from './discardUpload';

export const handler = createDiscardUpload(openStorage(process.env));
