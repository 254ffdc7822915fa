/** The region and bucket of the measured transfers. */
export const place = { region: 'us-east-1', bucket: 'bench' } as const;

/** The credentials that sign them. */
export const credentials = { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' } as const;
