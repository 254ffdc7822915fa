import { SaveFileMetadata } from '../../schema/generated/amplify';
import type { SaveFileMetadataInput } from '../../schema/generated/documents';
import { ask } from '../api/ask';
import { askEach, mostAtOnce } from '../api/askEach';
import { AnswerLost } from '../api/errors';
import type { FileItem } from '../files/useFiles';

/** Has uploads proven and saved, those that end at about the same time in one request. */
export type Save = (fileId: string) => Promise<FileItem>;

const gatherMilliseconds = 40;

export const createSaver = (): Save => {
  const waiting: { fileId: string; settle: (outcome: Promise<FileItem>) => void }[] = [];
  const send = async (): Promise<void> => {
    const batch = waiting.splice(0, mostAtOnce);
    if (waiting.length > 0) setTimeout(() => void send(), 0);
    const inputs = batch.map(({ fileId }) => ({ input: { fileId } }));
    const outcomes = askEach(SaveFileMetadata, inputs);
    batch.forEach(({ settle, fileId }, index) => settle(outcomes.then((list) => outcomeOf(list[index], { fileId }))));
  };
  return (fileId) =>
    new Promise<FileItem>((resolve) => {
      waiting.push({ fileId, settle: resolve });
      if (waiting.length === 1) setTimeout(() => void send(), gatherMilliseconds);
    });
};

const outcomeOf = async (
  outcome: PromiseSettledResult<FileItem> | undefined,
  input: SaveFileMetadataInput,
): Promise<FileItem> => {
  if (outcome?.status === 'fulfilled') return outcome.value;
  if (!(outcome?.reason instanceof AnswerLost)) throw outcome?.reason;
  // Another one was refused, and GraphQL dropped this answer: saying the same again gives it.
  const { saveFileMetadata } = await ask(SaveFileMetadata, { input });
  return saveFileMetadata;
};
