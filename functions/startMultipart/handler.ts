import { logged } from '../shared/logged';
import { openStorage } from '../shared/storage';
import { createStartMultipart } from './startMultipart';

export const handler = logged(createStartMultipart(openStorage(process.env)));
