import { parseCommandLine } from '../parseCommandLine';
import { connectToStage, connectToTwin } from './connect';
import { CommandFailed } from '../errors';
import { replayLetters } from './replayLetters';

/** The text for `--help`. */
export const usage = `Replays the stream records that Lambda gave up on, as listed in the dead-letter queue.

  --stage NAME   a deployed stage, with the AWS credentials of your environment; without it, the running twin
  --from FILE    the outputs of the deployment (default .deployed/NAME.json)
  --data DIR     the twin's data folder (default .twin)
  --help         shows this text`;

/** Does what the command line says; resolves with whether no letter is left. */
export const runReplay = async (args: readonly string[], say: (line: string) => void): Promise<boolean> => {
  const { stage, from, data } = parse(args);
  const services = await (stage === undefined ? connectToTwin(data) : connectToStage(stage, from));
  try {
    return await replayLetters(services, say);
  } finally {
    services.close();
  }
};

const parse = (args: readonly string[]) =>
  parseCommandLine(
    {
      args: [...args],
      options: {
        stage: { type: 'string' },
        from: { type: 'string' },
        data: { type: 'string', default: '.twin' },
      },
    },
    CommandFailed,
  ).values;
