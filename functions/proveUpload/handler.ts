import { logged } from '../shared/logged';
import { openStorage } from '../shared/storage';
import { createProveUpload } from './proveUpload';

export const handler = logged(createProveUpload(openStorage(process.env)));
