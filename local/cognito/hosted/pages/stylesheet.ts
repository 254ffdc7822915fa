/** Where the stylesheet of the pages is served. */
export const stylesheetPath = '/hosted.css';

/** The one stylesheet: one card in the middle, wide touch targets, light and dark. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --page: #eef1f6;
  --card: #ffffff;
  --text: #1b2330;
  --quiet: #5b6678;
  --line: #c3cad6;
  --accent: #1f5fd6;
  --on-accent: #ffffff;
  --problem: #b3261e;
  --problem-page: #fdecea;
  --notice: #14663a;
  --notice-page: #e7f5ec;
}

@media (prefers-color-scheme: dark) {
  :root {
    --page: #11151c;
    --card: #1a202b;
    --text: #e8ecf3;
    --quiet: #9aa6b8;
    --line: #3a4557;
    --accent: #7aa7ff;
    --on-accent: #0c1422;
    --problem: #ffb4ab;
    --problem-page: #3b1d1b;
    --notice: #9fe0b8;
    --notice-page: #16301f;
  }
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  min-height: 100vh;
  min-height: 100dvh;
  display: grid;
  place-items: center;
  padding: 1rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}

main {
  width: 100%;
  max-width: 25rem;
  padding: 2rem 1.5rem;
  border-radius: 1rem;
  background: var(--card);
  box-shadow: 0 1px 2px rgb(0 0 0 / 10%), 0 8px 24px rgb(0 0 0 / 8%);
  overflow-wrap: anywhere;
}

h1 {
  margin: 0 0 0.25rem;
  font-size: 1.5rem;
  line-height: 1.25;
}

p {
  margin: 0 0 1rem;
}

.lead,
.hint,
footer {
  color: var(--quiet);
}

.hint {
  margin: 0.375rem 0 0;
  font-size: 0.875rem;
}

.problem,
.notice {
  padding: 0.75rem 1rem;
  border-radius: 0.5rem;
}

.problem {
  color: var(--problem);
  background: var(--problem-page);
}

.notice {
  color: var(--notice);
  background: var(--notice-page);
}

label {
  display: block;
  margin-top: 1rem;
  font-weight: 600;
}

input {
  display: block;
  width: 100%;
  min-height: 3rem;
  margin-top: 0.375rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--card);
  color: inherit;
  font: inherit;
}

input[inputmode='numeric'] {
  letter-spacing: 0.3em;
}

button {
  width: 100%;
  min-height: 3rem;
  margin-top: 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}

button.second {
  margin-top: 0.75rem;
  background: transparent;
  color: var(--accent);
}

:is(input, button, a):focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}

a {
  color: var(--accent);
}

nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  margin-top: 1.25rem;
}

nav a {
  padding: 0.5rem 0;
}

code {
  display: block;
  margin: 0.5rem 0;
  padding: 0.75rem;
  border-radius: 0.5rem;
  background: var(--page);
  font-size: 1rem;
}

footer {
  margin-top: 1.5rem;
  padding-top: 1rem;
  border-top: 1px solid var(--line);
  font-size: 0.875rem;
}
`;
