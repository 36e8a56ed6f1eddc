import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatText } from '../../src/sandbox/telegram/text/formatted-text.ts';

const html = (source: string) => formatText(source, 'HTML', undefined);
const markdown = (source: string) => formatText(source, 'MarkdownV2', undefined);

test('HTML becomes text and entities in UTF-16 offsets', () => {
  const cases: [source: string, text: string, entities: object[]][] = [
    ['a &lt;b&gt; &amp;amp; &#1071;&nope;', 'a <b> &amp; Я&nope;', []],
    ['😀<b>x</b>', '😀x', [{ type: 'bold', offset: 2, length: 1 }]],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    [
      '<a href="https://x.y/?a=1&amp;b=2">l</a>',
      'l',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://x.y/?a=1&b=2' }],
    ],
    [
      '<pre><code class="language-js">x</code></pre>',
      'x',
      [{ type: 'pre', offset: 0, length: 1, language: 'js' }],
    ],
    ['<span class="tg-spoiler">s</span>', 's', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['  <u>x </u> ', 'x', [{ type: 'underline', offset: 0, length: 1 }]],
    [
      '<s>x</s><tg-spoiler>y</tg-spoiler>',
      'xy',
      [
        { type: 'strikethrough', offset: 0, length: 1 },
        { type: 'spoiler', offset: 1, length: 1 },
      ],
    ],
  ];
  for (const [source, text, entities] of cases) assert.deepEqual(html(source), { text, entities }, source);
});

test('HTML that does not parse is refused with its byte offset', () => {
  const cases: [source: string, reason: string][] = [
    ['я<div>x</div>', 'Unsupported start tag "div" at byte offset 2'],
    ['<span>x</span>', 'Unsupported start tag "span" at byte offset 0'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['1 < 2', 'Unclosed start tag at byte offset 2'],
  ];
  for (const [source, reason] of cases) {
    assert.throws(() => html(source), { message: `Bad Request: can't parse entities: ${reason}` }, source);
  }
});

test('MarkdownV2 becomes text and entities, reserved characters must be escaped', () => {
  assert.deepEqual(markdown('*b* _i_ __u__ ~s~ ||h|| `c\\`` 1\\.5 [l](https://x.y/\\))'), {
    text: 'b i u s h c` 1.5 l',
    entities: [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 2, length: 1 },
      { type: 'underline', offset: 4, length: 1 },
      { type: 'strikethrough', offset: 6, length: 1 },
      { type: 'spoiler', offset: 8, length: 1 },
      { type: 'code', offset: 10, length: 2 },
      { type: 'text_link', offset: 17, length: 1, url: 'https://x.y/)' },
    ],
  });
  assert.deepEqual(markdown('```js\nx```\n>q\n>*w*'), {
    text: 'x\nq\nw',
    entities: [
      { type: 'pre', offset: 0, length: 1, language: 'js' },
      { type: 'blockquote', offset: 2, length: 3 },
      { type: 'bold', offset: 4, length: 1 },
    ],
  });
  const reserved =
    "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'";
  assert.throws(() => markdown('1.5'), { message: reserved });
  const open = "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 2";
  assert.throws(() => markdown('я*b'), { message: open });
});
