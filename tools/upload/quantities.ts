const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `70.0 MiB` */
export const showBytes = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`;
};

/** `1 file`, `2 files` */
export const showFiles = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

/** `8.4 s`, `3:05`, `1:00:00` */
export const showDuration = (milliseconds: number): string => {
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
};
