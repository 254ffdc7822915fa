import { useQuery } from '@tanstack/react-query';
import { setUpTOTP, updateMFAPreference, verifyTOTPSetup } from 'aws-amplify/auth';
import { toDataURL } from 'qrcode';
import { useState, type FormEvent } from 'react';
import { strings } from '../words/strings';
import { readEmail } from './readEmail';
import { secondFactorWords } from './secondFactorWords';

export interface SetUpSecondFactorProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Shows the secret as a QR code and as text, and asks for a first code. */
export const SetUpSecondFactor = ({ onDone, onCancel }: SetUpSecondFactorProps) => {
  const [code, setCode] = useState('');
  const [isProven, setProven] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { data, error } = useQuery({
    queryKey: ['second factor', 'secret'],
    queryFn: async () => {
      const { sharedSecret, getSetupUri } = await setUpTOTP();
      const { href } = getSetupUri(strings.brand, await readEmail());
      return { sharedSecret, picture: await toDataURL(href, { margin: 2, width: 192 }) };
    },
    staleTime: Infinity, // a new secret would make the scanned one useless
    gcTime: 0,
    retry: false,
  });
  const turnOn = async (): Promise<void> => {
    try {
      // The app is verified once: if only the second call failed, only that one is retried.
      if (!isProven) await verifyTOTPSetup({ code });
      setProven(true);
      await updateMFAPreference({ totp: 'PREFERRED' });
      onDone();
    } catch (error) {
      setProblem(secondFactorWords(error));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void turnOn();
  };
  if (error) return <p role="alert">{secondFactorWords(error)}</p>;
  return (
    <form className="second-factor" onSubmit={submit}>
      <p>{strings.secondFactorScan}</p>
      {data && <img src={data.picture} alt={strings.secondFactorQr} width={192} height={192} />}
      <p>
        {strings.secondFactorKey} <code>{data?.sharedSecret}</code>
      </p>
      <label htmlFor="second-factor-code">{strings.code}</label>
      <input
        id="second-factor-code"
        className="field"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div className="buttons">
        <button type="button" className="button" onClick={onCancel}>
          {strings.cancel}
        </button>
        <button type="submit" className="button primary">
          {strings.turnOn}
        </button>
      </div>
    </form>
  );
};
