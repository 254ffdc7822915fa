import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchMFAPreference, updateMFAPreference } from 'aws-amplify/auth';
import { useState } from 'react';
import { Dialog } from '../shell/Dialog';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { secondFactorWords } from './secondFactorWords';
import { SetUpSecondFactor } from './SetUpSecondFactor';

/** Turns the second factor, a code from an authenticator app, on and off. */
export const SecondFactor = ({ onClose }: { readonly onClose: () => void }) => {
  const { toasts } = useServices();
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const { data, error } = useQuery({
    queryKey: ['second factor'],
    queryFn: async () => ({ isOn: (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false }),
    retry: false,
  });
  const done = (words: string): void => {
    void client.invalidateQueries({ queryKey: ['second factor'], exact: true });
    toasts.say(words);
    onClose();
  };
  const turnOff = async (): Promise<void> => {
    try {
      await updateMFAPreference({ totp: 'DISABLED' });
      done(strings.secondFactorOff);
    } catch (error) {
      setProblem(secondFactorWords(error));
    }
  };
  return (
    <Dialog label={strings.secondFactor} onClose={onClose}>
      <h2>{strings.secondFactor}</h2>
      {error && <p role="alert">{secondFactorWords(error)}</p>}
      {data?.isOn === false && <SetUpSecondFactor onCancel={onClose} onDone={() => done(strings.secondFactorOn)} />}
      {data?.isOn !== false && (
        <>
          {data && <p>{strings.secondFactorIsOn}</p>}
          {problem !== undefined && <p role="alert">{problem}</p>}
          <div className="buttons">
            <button type="button" className="button" onClick={onClose}>
              {strings.close}
            </button>
            {data && (
              <button type="button" className="button danger" onClick={() => void turnOff()}>
                {strings.turnOff}
              </button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
};
