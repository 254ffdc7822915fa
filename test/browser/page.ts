import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { fetchAuthSession, getCurrentUser, signInWithRedirect, signOut } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';

/** The few browser types it needs: the DOM library would hide Node's types from every other file. */
declare const document: {
  readonly body: { readonly dataset: Record<string, string> };
  readonly querySelector: (selector: string) => { addEventListener: (event: 'click', then: () => void) => void } | null;
};
declare const location: { readonly search: string };

/** A minimal client page: two buttons, and what Amplify says about the sign-in. */
const show = (text: string): void => {
  document.body.dataset.state = text;
};

const describe = async (): Promise<void> => {
  try {
    await getCurrentUser();
    const { tokens } = await fetchAuthSession();
    const answer = await generateClient().graphql({ query: '{ myFiles { items { fileId } } }' });
    const email = String(tokens?.idToken?.payload.email);
    show('data' in answer ? `signed in as ${email}, scope ${String(tokens?.accessToken.payload.scope)}` : 'no answer');
  } catch (error) {
    show(
      error instanceof Error && error.name === 'UserUnAuthenticatedException'
        ? 'signed out'
        : `failed: ${JSON.stringify(error)}`,
    );
  }
};

Hub.listen('auth', ({ payload }) => {
  if (payload.event === 'signInWithRedirect') void describe();
  if (payload.event === 'signInWithRedirect_failure') show(`failed: ${JSON.stringify(payload.data)}`);
});
Amplify.configure(JSON.parse(await (await fetch('/config.json')).text()));
document.querySelector('#in')?.addEventListener('click', () => void signInWithRedirect({ customState: 'where I was' }));
document.querySelector('#out')?.addEventListener('click', () => void signOut());
if (!location.search.includes('code=')) await describe();
