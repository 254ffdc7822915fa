/** Where the measured bytes go. */
export const place = { region: 'us-east-1', bucket: 'bench' } as const;

/** Who signs for them. */
export const credentials = { accessKeyId: 'AKIABENCH', secretAccessKey: 'bench' } as const;
