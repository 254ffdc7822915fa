import { openStorage } from '../shared/storage';
import { createProveUpload } from './proveUpload';

export const handler = createProveUpload(openStorage(process.env));
