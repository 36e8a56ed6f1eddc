import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageEntity } from 'grammy/types';
import { typedHtml } from './typed-html.ts';

const cases: [name: string, text: string, entities: MessageEntity[], html: string][] = [
  ['plain words', 'Скидка < 50 & больше', [], 'Скидка &lt; 50 &amp; больше'],
  ['tags that were typed', 'Теперь <b>быстрее</b>', [], 'Теперь <b>быстрее</b>'],
  ['what only looks like a tag', 'a <c> b', [], 'a &lt;c&gt; b'],
  [
    'formatting of the client',
    'Теперь быстрее',
    [{ type: 'bold', offset: 7, length: 7 }],
    'Теперь <b>быстрее</b>',
  ],
  [
    'formatting inside formatting, with signs that have to be escaped',
    '🎁 a<b c',
    [
      { type: 'bold', offset: 0, length: 8 },
      { type: 'italic', offset: 3, length: 3 },
      { type: 'underline', offset: 7, length: 1 },
    ],
    '<b>🎁 <i>a&lt;b</i> <u>c</u></b>',
  ],
  [
    'a link, and what is no formatting',
    '/start site',
    [
      { type: 'bot_command', offset: 0, length: 6 },
      { type: 'text_link', offset: 7, length: 4, url: 'https://x.org/?a=1&b="2"' },
    ],
    '/start <a href="https://x.org/?a=1&amp;b=&quot;2&quot;">site</a>',
  ],
];

describe('a typed text as HTML', () => {
  for (const [name, text, entities, html] of cases)
    it(`keeps ${name}`, () => assert.equal(typedHtml(text, entities), html));
});
