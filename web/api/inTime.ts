import { Unanswered } from './errors';

/** AppSync ends a request after 30 s, so that nothing is lost by waiting no longer; the rest is for slow networks. */
const longestMilliseconds = 40_000;

/** The answer, or Unanswered when it does not come in time; one that comes later is dropped. */
export const inTime = <Result>(answer: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unanswered()), longestMilliseconds);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
