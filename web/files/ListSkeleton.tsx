import { useEffect, useState } from 'react';
import { Problem } from '../shell/Problem';
import { strings } from '../words/strings';

const rows = [62, 48, 71, 39, 55, 66, 44];
const patienceMilliseconds = 10_000;

/** The outline of a list while it loads; when that takes long, the words for it, and a way to ask again. */
export const ListSkeleton = ({ onAgain }: { readonly onAgain: () => void }) => {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (isLong) return;
    const timer = setTimeout(() => setIsLong(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [isLong]);
  if (isLong) {
    const again = (): void => {
      setIsLong(false);
      onAgain();
    };
    return <Problem title={strings.listSlow} words={strings.listSlowText} onAgain={again} />;
  }
  return (
    <div className="skeleton" aria-hidden="true">
      {rows.map((width) => (
        <div key={width} className="row">
          <span className="block picture" />
          <span className="block" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
};
