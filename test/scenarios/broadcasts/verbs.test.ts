/** `atlas broadcast`: what an operator types, and what they are told when it is wrong. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openTestShop, type TestShop } from '../../support/shop.ts';
import { openTill, type Till } from '../../support/till.ts';

describe('atlas broadcast', () => {
  let shop: TestShop;
  let till: Till;
  const dir = mkdtempSync(join(tmpdir(), 'atlas-broadcast-'));
  const text = join(dir, 'text.html');
  const other = join(dir, 'other.html');
  const empty = join(dir, 'empty.html');
  before(async () => {
    shop = await openTestShop();
    till = openTill(shop);
    await shop.addCustomer(7);
    writeFileSync(text, 'It is <b>faster</b>.\n');
    writeFileSync(other, 'It is better.\n');
    writeFileSync(empty, ' \n');
  });
  after(async () => {
    rmSync(dir, { recursive: true });
    await shop[Symbol.asyncDispose]();
  });

  const create = (...more: string[]) =>
    till.atlas('broadcast', 'create', '--title', 'News', '--text-file', text, ...more);

  it('writes a draft, shows and lists it, and says why it cannot be started yet', async () => {
    const made = await create(
      '--text-b-file',
      other,
      '--button',
      'Plans=plans',
      '--segment',
      'all',
      '--json',
    );
    assert.equal(made.code, 0, made.err);
    const { broadcastId, recipients } = JSON.parse(made.out).data;
    assert.equal(recipients, 1);
    const shown = await till.atlas('broadcast', 'show', broadcastId);
    assert.match(shown.out, /draft .* of 0: sent 0, .*News\n {2}text A .*\n {2}text B /s);
    assert.match((await till.atlas('broadcast', 'list')).out, new RegExp(broadcastId));
    const early = await till.atlas('broadcast', 'start', broadcastId);
    assert.deepEqual([early.code, early.out], [1, '']);
    assert.match(early.err, /no operator has got the preview yet/);
    assert.equal((await till.atlas('broadcast', 'preview', broadcastId)).code, 0);
    assert.match((await till.atlas('broadcast', 'pause', broadcastId)).err, /that is draft/);
    assert.equal((await till.atlas('broadcast', 'cancel', broadcastId)).out, 'it is cancelled\n');
    assert.match((await till.atlas('broadcast', 'preview', broadcastId)).err, /no such draft/);
  });

  const refusals: [name: string, argv: string[], says: RegExp][] = [
    ['another kind', ['--kind', 'spam'], /^--kind must be one of info, maintenance, security, promo\n$/],
    ['another segment', ['--segment', 'rich'], /^--segment must be one of all, active, no-subscription\n$/],
    ['a button without a target', ['--button', 'Plans'], /^--button must be text=target/],
    ['a button that leads nowhere', ['--button', 'Plans=nowhere'], /^--button must be text=target/],
    [
      'a button to an unsafe place',
      ['--button', 'Site=http://atlas.example'],
      /^--button must be text=target/,
    ],
    ['a text that is not there', ['--text-file', join(dir, 'none')], /^--text-file must name a file/],
    ['an empty text', ['--text-file', empty], /^--text-file must hold 1 to 3900 characters\n$/],
    ['the same text twice', ['--text-b-file', text], /^--text-b-file .* differ/],
    ['a title of two lines', ['--title', 'a\nb'], /^--title must be one line/],
  ];
  for (const [name, argv, says] of refusals) {
    it(`refuses ${name}, naming the flag`, async () => {
      const answer = await create(...argv);
      assert.equal(answer.code, 2);
      assert.match(answer.err, says);
    });
  }

  it('knows only ids that it has given', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    assert.equal((await till.atlas('broadcast', 'show', 'x')).code, 2);
    assert.match((await till.atlas('broadcast', 'show', none)).err, /no such broadcast/);
    assert.match((await till.atlas('broadcast', 'start', none)).err, /no such broadcast/);
  });
});
