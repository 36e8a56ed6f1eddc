import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { html, trusted } from './html.ts';

describe('html', () => {
  it('escapes text for elements and for attributes in either quote', () => {
    const hostile = `"><script>alert('1')</script>&\``;
    assert.equal(
      html`<p title="${hostile}">${hostile}</p>`.text,
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&#96;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&#96;</p>',
    );
  });
  it('leaves no sign of markup of any text, and loses nothing of it', () => {
    const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = html`${text}`.text;
        assert.doesNotMatch(escaped, /[<>"'`]/);
        assert.equal(
          escaped.replace(/&([^;]+);/g, (_, name) => names[name] ?? assert.fail(name)),
          text,
        );
      }),
    );
  });
  it('keeps HTML of its own as it is, in lists too, and escapes what stands beside it', () => {
    const items = ['<', '&'].map((one) => html`<li>${one}</li>`);
    assert.equal(html`<ul>${items}</ul>${'<b>'}`.text, '<ul><li>&lt;</li><li>&amp;</li></ul>&lt;b&gt;');
    assert.equal(html`${[html`<i>${'<'}</i>`, '<']}`.text, '<i>&lt;</i>&lt;');
    assert.equal(html`${trusted('<svg/>')}`.text, '<svg/>');
  });
  it('cannot be talked into trusting an object that only looks like HTML', () => {
    const forged = JSON.parse('{"text":"<script>"}');
    assert.throws(() => html`${forged}`);
  });
  it('writes numbers, and nothing at all for null and false', () => {
    assert.equal(html`${0}|${null}|${false}|${''}|${[]}`.text, '0||||');
  });
  it('does not read backslashes of a value as escapes', () => assert.equal(html`${'\\n'}`.text, '\\n'));
});
