import { openStorage } from '../shared/storage';
import { createStartMultipart } from './startMultipart';

export const handler = createStartMultipart(openStorage(process.env));
