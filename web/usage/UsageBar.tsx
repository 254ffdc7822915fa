import { useQuery } from '@tanstack/react-query';
import { MyUsage } from '../../schema/generated/amplify';
import { ask } from '../api/ask';
import { formatBytes } from '../words/quantities';
import { strings } from '../words/strings';

/** How much of the quota is taken, including uploads in progress. */
export const UsageBar = () => {
  const { data } = useQuery({ queryKey: ['usage'], queryFn: async () => (await ask(MyUsage, {})).myUsage });
  if (!data) return <div className="usage" />;
  const { usedBytes, reservedBytes, maxBytes } = data;
  const taken = usedBytes + reservedBytes;
  const words = strings.usage(formatBytes(usedBytes), formatBytes(maxBytes));
  return (
    <div className="usage">
      <h2>{strings.storage}</h2>
      <progress
        className={taken / maxBytes > 0.95 ? 'bar full' : 'bar'}
        max={maxBytes}
        value={taken}
        aria-label={strings.storage}
        aria-valuetext={words}
      />
      <p>{words}</p>
      {reservedBytes > 0 && <p>{strings.reserved(formatBytes(reservedBytes))}</p>}
    </div>
  );
};
