import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ChatMessage } from '../../src/sandbox/contract/chat.ts';
import { type Change, PageState } from '../../web/chat/session/page-state.ts';
import { retryDelayMs } from '../../web/chat/session/retry-delay.ts';
import { nestEntities, type TextNode } from '../../web/chat/text/entity-tree.ts';
import { countdown, createFormat } from '../../web/chat/text/format.ts';
import { safeHref, startCommandOf } from '../../web/chat/text/link.ts';
import { wordsFor } from '../../web/chat/text/words.ts';

const write = (nodes: TextNode[]): string =>
  nodes
    .map((node) => (node.kind === 'text' ? node.text : `<${node.entity.type}>${write(node.children)}</>`))
    .join('');
const plain = (nodes: TextNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : plain(node.children))).join('');

describe('formatted text', () => {
  const cases: [name: string, text: string, entities: [string, number, number][], expected: string][] = [
    ['no span', 'plain', [], 'plain'],
    ['offsets count UTF-16 units', '🎉 bold', [['bold', 3, 4]], '🎉 <bold>bold</>'],
    [
      'nested',
      'abcd',
      [
        ['bold', 0, 4],
        ['italic', 1, 2],
      ],
      '<bold>a<italic>bc</>d</>',
    ],
    [
      'same range',
      'ab',
      [
        ['bold', 0, 2],
        ['italic', 0, 2],
      ],
      '<bold><italic>ab</></>',
    ],
    [
      'crossing',
      'abcd',
      [
        ['bold', 0, 3],
        ['italic', 2, 2],
      ],
      '<bold>ab<italic>c</></><italic>d</>',
    ],
    [
      'unsorted',
      'abcd',
      [
        ['italic', 2, 1],
        ['bold', 0, 1],
      ],
      '<bold>a</>b<italic>c</>d',
    ],
    ['clipped at the end', 'ab', [['bold', 1, 9]], 'a<bold>b</>'],
    [
      'empty or outside',
      'ab',
      [
        ['bold', 1, 0],
        ['bold', 7, 2],
      ],
      'ab',
    ],
  ];
  for (const [name, text, spans, expected] of cases) {
    it(name, () => {
      const entities = spans.map(([type, offset, length]) => ({ type, offset, length }));
      assert.equal(write(nestEntities(text, entities)), expected);
    });
  }

  it('never loses or repeats a character', () => {
    const span = fc.record({ type: fc.constant('bold'), offset: fc.nat(20), length: fc.nat(20) });
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), fc.array(span, { maxLength: 6 }), (text, entities) => {
        assert.equal(plain(nestEntities(text, entities)), text);
      }),
    );
  });
});

describe('links', () => {
  it('opens what a messenger opens and nothing that runs', () => {
    assert.equal(safeHref('example.org/a'), 'https://example.org/a');
    assert.equal(safeHref('tg://resolve?domain=x'), 'tg://resolve?domain=x');
    assert.equal(safeHref('javascript:alert(1)'), undefined);
    assert.equal(safeHref('data:text/html,x'), undefined);
  });

  it('reads a link to the bot as the command that it sends', () => {
    assert.equal(startCommandOf('https://t.me/Atlas_bot?start=ref_7', 'atlas_bot'), '/start ref_7');
    assert.equal(startCommandOf('t.me/atlas_bot', 'atlas_bot'), '/start');
    assert.equal(startCommandOf('https://t.me/other_bot?start=x', 'atlas_bot'), undefined);
    assert.equal(startCommandOf('https://evil.example/atlas_bot?start=x', 'atlas_bot'), undefined);
  });
});

describe('figures', () => {
  it('counts down to zero and stays there', () => {
    assert.deepEqual([3_600_000, 61_000, 400, 0, -5000].map(countdown), [
      '1:00:00',
      '1:01',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });

  it('shows amounts exactly, number first', () => {
    const { money } = createFormat('ru');
    assert.equal(money('149.00', 'RUB'), '149\u00a0₽');
    assert.equal(money('9007199254740993.25', 'RUB').replace(/\s/g, ''), '9007199254740993,25₽');
    assert.equal(money('5', 'not a currency'), '5 not a currency');
  });

  it('waits longer after every failure, never beyond the limit', () => {
    assert.deepEqual(
      [0, 1, 2, 20].map((failures) => retryDelayMs(failures, 0.5)),
      [500, 1000, 2000, 10_000],
    );
    assert.equal(retryDelayMs(0, 0), 375);
  });

  it('speaks Russian to a Russian browser, with its plurals, and English to others', () => {
    const { words } = wordsFor('ru-RU');
    assert.deepEqual([1, 3, 5, 21].map(words.newMessages), [
      '1 новое сообщение',
      '3 новых сообщения',
      '5 новых сообщений',
      '21 новое сообщение',
    ]);
    assert.equal(wordsFor('de').words.newMessages(1), '1 new message');
  });
});

describe('state of the page', () => {
  const message = (messageId: number, text: string): ChatMessage => ({
    chatId: 7,
    messageId,
    from: 'bot',
    date: 0,
    text,
    entities: [],
    buttons: [[{ kind: 'callback', text: 'Buy', data: 'buy' }]],
  });
  const place = { chatId: 7, messageId: 1, row: 0, column: 0 };
  const answer = {
    type: 'callback-answered',
    chatId: 7,
    callbackId: 'c1',
    text: '',
    showAlert: false,
  } as const;

  it('keeps one copy of a message however often it arrives, in the order of ids', () => {
    const state = new PageState();
    for (const [id, text] of [
      [2, 'b'],
      [1, 'a'],
      [2, 'b'],
      [1, 'edited'],
    ] as const) {
      state.apply({
        type: id === 1 && text === 'edited' ? 'message-edited' : 'message',
        message: message(id, text),
      });
    }
    assert.deepEqual(
      state.messages(7).map(({ text }) => text),
      ['edited', 'b'],
    );
    state.apply({ type: 'message-deleted', chatId: 7, messageId: 1 });
    assert.deepEqual(
      state.messages(7).map(({ text }) => text),
      ['b'],
    );
  });

  it('waits with a pressed button until its answer', () => {
    const state = new PageState();
    state.press(place);
    state.awaitAnswer(place, 'c1');
    state.apply({ ...answer, callbackId: 'another' });
    assert.equal(state.isPressed(place), true);
    state.apply(answer);
    assert.equal(state.isPressed(place), false);
  });

  it('does not wait for an answer that came before the reply to the press', () => {
    const state = new PageState();
    const changes: Change[] = [];
    state.press(place);
    state.listen((change) => changes.push(change));
    state.apply(answer);
    state.awaitAnswer(place, 'c1');
    assert.equal(state.isPressed(place), false);
    assert.deepEqual(changes, [{ kind: 'chat', chatId: 7 }]);
  });
});
