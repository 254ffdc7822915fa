import { describe, expect, it } from 'vitest';
import { html } from '../../../../local/cognito/hosted/pages/html';

describe('html', () => {
  it('escapes text for elements and for attributes in double quotes', () => {
    const text = `<b title="a" class='b'>&\``;

    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      '<p title="&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp;&#96;">' +
        '&lt;b title=&quot;a&quot; class=&#39;b&#39;&gt;&amp;&#96;</p>',
    );
  });

  it('takes markup as it is, once', () => {
    const item = (text: string) => html`<i>${text}</i>`;

    expect(html`<b>${[item('<'), item('&lt;')]}</b>${undefined}${0}`.markup).toBe('<b><i>&lt;</i><i>&amp;lt;</i></b>0');
  });
});
