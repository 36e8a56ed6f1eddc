import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BroadcastDraft, checkDraft, decideSteering, MAX_TEXT_LENGTH } from './broadcasts.ts';

const draft: BroadcastDraft = {
  title: 'News',
  kind: 'info',
  segment: 'all',
  textA: 'It is <b>faster</b>.',
  textB: null,
  buttons: [],
};

describe('a draft of a broadcast', () => {
  const cases: [name: string, change: Partial<BroadcastDraft>, refusal: string | null][] = [
    ['is kept', {}, null],
    ['needs a title', { title: '  ' }, 'bad-title'],
    ['has a title of one line', { title: 'a\nb' }, 'bad-title'],
    ['has a short title', { title: 'x'.repeat(101) }, 'bad-title'],
    ['needs a text', { textA: '\n' }, 'bad-text'],
    ['fits into one message', { textA: 'x'.repeat(MAX_TEXT_LENGTH + 1) }, 'bad-text'],
    ['may be a test', { textB: 'It is better.' }, null],
    ['tests two texts', { textB: draft.textA }, 'bad-text-b'],
    ['may have buttons', { buttons: [{ text: 'Plans', screen: 'plans' }] }, null],
    ['may link', { buttons: [{ text: 'More', url: 'https://atlas.example/news' }] }, null],
    ['links to the web only', { buttons: [{ text: 'More', url: 'tg://resolve?domain=x' }] }, 'bad-buttons'],
    ['has words on its buttons', { buttons: [{ text: ' ', screen: 'plans' }] }, 'bad-buttons'],
    ['has few buttons', { buttons: Array(7).fill({ text: 'Plans', screen: 'plans' }) }, 'bad-buttons'],
  ];
  for (const [name, change, refusal] of cases) {
    it(name, () => assert.equal(checkDraft({ ...draft, ...change }), refusal));
  }
});

describe('steering a broadcast', () => {
  it('goes forward only', () => {
    assert.equal(decideSteering('draft', 'start'), 'running');
    assert.equal(decideSteering('running', 'pause'), 'paused');
    assert.equal(decideSteering('paused', 'resume'), 'running');
    assert.equal(decideSteering('running', 'cancel'), 'cancelled');
    assert.equal(decideSteering('draft', 'cancel'), 'cancelled');
    for (const steering of ['start', 'pause', 'resume', 'cancel'] as const) {
      assert.equal(decideSteering('done', steering), null);
      assert.equal(decideSteering('cancelled', steering), null);
    }
    assert.equal(decideSteering('running', 'start'), null, 'twice');
    assert.equal(decideSteering('draft', 'resume'), null, 'without a start');
  });
});
