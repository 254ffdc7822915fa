export const Logo = ({ size }: { readonly size: number }) => <img src="/icon.svg" alt="" width={size} height={size} />;
