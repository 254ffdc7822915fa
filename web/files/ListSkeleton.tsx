const rows = [62, 48, 71, 39, 55, 66, 44];

/** The outline of a list while it loads. */
export const ListSkeleton = () => (
  <div className="skeleton" aria-hidden="true">
    {rows.map((width) => (
      <div key={width} className="row">
        <span className="block picture" />
        <span className="block" style={{ width: `${width}%` }} />
      </div>
    ))}
  </div>
);
