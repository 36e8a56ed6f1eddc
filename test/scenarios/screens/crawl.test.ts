/** Every button of every screen in every language: an answer, a way on, no raw key; `docs/screens.md` is the map of it. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LOCALES, type Locale, translatorFor } from '../../../src/locales/translate.ts';
import type { ChatMessage } from '../../../src/sandbox/contract/chat.ts';
import { PLAIN } from '../../../src/telegram/buttons/customer-buttons.ts';
import { PANEL_BUTTONS } from '../../../src/telegram/buttons/panel/panel-buttons.ts';
import { begin, buyByCrypto } from '../../proofs/shopping.ts';
import { eventually } from '../../support/core.ts';
import { Customer } from '../../support/customer.ts';
import { World } from '../../support/world.ts';
import { Crawler, nameOf, type ScreenMap, screenAmong } from './crawler.ts';

const MAP_FILE = join(import.meta.dirname, '../../../docs/screens.md');
const MESSAGE_MAX = 4_096;
const CAPTION_MAX = 1_024;
/** What a button shows on a phone of 360 pixels when another one stands beside it. */
const PAIRED_BUTTON_MAX = 24;
/** Languages that share no letter with the canonical one: a letter of it was written into the source. */
const WITHOUT_CYRILLIC: readonly string[] = ['en', 'de', 'ar', 'uz'];

/** Screens that taps alone do not reach, and which test does. */
const BEYOND: Record<string, string> = {
  'devices-clear': 'while a device uses the link: test/scenarios/devices',
  'admin-task-assign': 'while money is nobody’s: test/scenarios/panel/tasks.test.ts',
  'admin-task-give': 'while money is nobody’s: test/scenarios/panel/tasks.test.ts',
  'admin-waiting-retry': 'while somebody waits for access: test/scenarios/panel/fleet.test.ts',
  'admin-waiting-retry-all': 'while somebody waits for access: test/scenarios/panel/fleet.test.ts',
};

/** What the shop has to hold so that operators' lists lead somewhere, and forms in which something is typed. */
const ways = (customer: Customer, locale: Locale): string[][] => {
  const id = `>${customer.telegramId}`;
  return [
    [
      'admin-promos',
      'admin-promo-new',
      `>CRAWL${locale}`,
      '>10',
      'admin-promo-unit:days',
      '>5',
      'admin-promo-any-uses',
      'admin-promo-create',
    ],
    [
      'broadcasts',
      'broadcast-new',
      '>Title',
      'broadcast-ab:off',
      '>Text',
      'broadcast-kind:info',
      'broadcast-to:all',
    ],
    [
      'broadcasts',
      'broadcast-new',
      '>Title',
      'broadcast-ab:on',
      '>One',
      '>Two',
      'broadcast-kind:promo',
      'broadcast-to:active',
    ],
    ['admin-incident', 'admin-incident-text', '>Soon over', 'admin-incident-save'],
    ['admin-tasks', 'admin-task:', 'admin-task-resolve', '>Written to', 'admin-task-close'],
    ['admin-referrals', 'admin-referral-search', '>nobody at all'],
    ['admin-people', id, 'admin-wallet:in', '>100', '>A present', 'admin-wallet-change'],
    ['admin-people', id, 'admin-discount:', 'admin-discount-type:', '>17', 'admin-discount-type-days', '>3'],
    ['admin-people', id, 'admin-gift-plan', 'admin-gift-length:plus', 'admin-gift-type', '>2'],
  ];
};
/** Where the walk goes on after something was typed. */
const entrances = (customer: Customer): string[][] => [
  ['admin-people', `>${customer.telegramId}`],
  ['admin-team', 'admin-team-add', `>${customer.telegramId}`],
];

/** The words that stand for a text, as nobody should ever read them. */
const RAW_KEY =
  /(?<![\w/.=?-])(?:button|menu|profile|notice|admin|referral|history|status|levels|withdrawal|vip|corporate|settings|role)-[a-z-]+/;

/** What no message may be: too long, without words, in another language, or with what is behind the words. */
function inspect(locale: Locale, message: ChatMessage, from: string): void {
  const labels = message.buttons.flat().map(({ text }) => text);
  const words = [message.text, ...labels].join('\n');
  assert.ok(message.text.length <= (message.photo ? CAPTION_MAX : MESSAGE_MAX), `${from} is too long`);
  // The audit log names what was done as it is stored.
  if (!message.text.startsWith('📜')) assert.doesNotMatch(words, RAW_KEY, `${from} shows a key`);
  assert.doesNotMatch(words, /\{\s*\$|undefined|\[object|NaN/, `${from} shows what is behind the words`);
  // A broadcast says what somebody has written, and nothing else.
  const isBroadcast = /^\S+ Title\n/.test(message.text);
  const isDeadEnd =
    labels.length === 0 && !isBroadcast && !message.photo && !message.document && !message.invoice;
  assert.ok(!isDeadEnd, `${from} leads nowhere: ${message.text}`);
  const paired = message.buttons.filter((row) => row.length > 1).flat();
  for (const { text } of paired) assert.ok([...text].length <= PAIRED_BUTTON_MAX, `${from} cuts ${text}`);
  if (from === 'language' || !WITHOUT_CYRILLIC.includes(locale)) return;
  assert.doesNotMatch(words, /\p{Script=Cyrillic}/u, `${from} speaks Russian`);
}

describe('every button of every screen', () => {
  let world: World;
  let admin: Customer;
  before(async () => {
    world = await World.open({ node: 'simulated' });
    admin = await Customer.create(world.client, 'Olga');
    await world.startServer({
      ADMIN_TELEGRAM_ID: String(admin.telegramId),
      PUBLIC_BASE_URL: 'https://sub.example.org',
    });
    await world.addNode();
    // Nobody is brought by whom the shop does not know yet.
    await admin.say('/start');
    await admin.read(/./);
  });
  after(() => world[Symbol.asyncDispose]());

  async function comeIn(locale: Locale, name: string): Promise<Customer> {
    const person = await Customer.create(world.client, name);
    await person.say(`/start ref_${admin.telegramId}`);
    await person.press(new RegExp(translatorFor(locale).text('language-name')));
    await person.read(new RegExp(name));
    return person;
  }

  async function comeToBuy(crawler: Crawler, locale: Locale): Promise<Customer> {
    const buyer = await Customer.create(world.client, 'Berta');
    await begin(buyer);
    await buyByCrypto(buyer);
    await eventually('every notice is sent', async () => {
      const left =
        "select from graphile_worker.jobs where task_identifier in ('send-notice', 'deliver-access')";
      return (await world.query(left)).length === 0;
    });
    await crawler.walk(buyer, '/start', await speak(crawler, buyer, locale));
    return buyer;
  }

  /** From the newest message on, in this language; the menu that then comes. */
  async function speak(crawler: Crawler, person: Customer, locale: Locale): Promise<ChatMessage> {
    const messageId = (await person.messages()).at(-1)?.messageId ?? 0;
    return screenAmong(await crawler.tap(person, { messageId, data: `+locale:${locale}` }));
  }

  /** Somebody new and somebody who has bought, at the same time; then who runs the shop, and switches it off. */
  async function walkAll(locale: Locale): Promise<ScreenMap> {
    await using crawler = new Crawler(world, (message, from) => inspect(locale, message, from));
    const [buyer] = await Promise.all([
      comeToBuy(crawler, locale),
      comeIn(locale, 'Nova').then((newcomer) => crawler.walk(newcomer, '/start')),
    ]);
    await askForMoney(crawler, buyer);
    await crawler.say(admin, '/start');
    await speak(crawler, admin, locale);
    for (const way of ways(buyer, locale)) {
      await crawler.say(admin, '/admin');
      await crawler.play(admin, way);
    }
    for (const entrance of entrances(buyer)) {
      await crawler.say(admin, '/admin');
      const screen = await crawler.play(admin, entrance);
      await crawler.walk(admin, `${entrance.at(-2)} ⌨`, screen);
    }
    const panel = screenAmong(await crawler.say(admin, '/admin'));
    await crawler.walk(admin, '/admin', panel);
    return crawler.map;
  }

  /** A withdrawal on decision. */
  async function askForMoney(crawler: Crawler, person: Customer): Promise<void> {
    const amount = ['--amount', '5000', '--reason', 'test'];
    const given = await world.cli(['adjust', String(person.telegramId), ...amount]);
    assert.equal(given.code, 0, given.stderr);
    await crawler.say(person, '/profile');
    await crawler.play(person, ['withdraw', '>1500', '>2200 7001 2345 6789, Berta', 'withdraw-send']);
  }

  for (const locale of LOCALES)
    it(`is answered and leads on: ${locale}`, async () => {
      const map = await walkAll(locale);
      const reached = new Set([...map.values()].flatMap((targets) => [...targets].map(nameOf)));
      const names = [...PLAIN, ...Object.keys(PANEL_BUTTONS)];
      const missing = names.filter((name) => !reached.has(name) && !(name in BEYOND));
      assert.deepEqual(missing, [], 'no button leads there');
      if (locale === LOCALES[0]) await compareMap(map);
    });
});

/** `UPDATE_SCREENS=1` writes the map anew. */
async function compareMap(map: ScreenMap): Promise<void> {
  const rows = [...map]
    .filter(([screen]) => screen !== 'notices')
    .map(([screen, targets]) => `| \`${screen}\` | ${[...targets].sort().map(quoted).join(', ')} |`)
    .sort();
  const text = `# Screens

What opens each screen of the bot, and where its buttons lead; \`…\` stands for an id. What stays in
the chat besides, such as keys, pictures and notices, has no row. Walked by
\`test/scenarios/screens/crawl.test.ts\`, which fails when this page is not what it saw
(\`UPDATE_SCREENS=1 npm test -- test/scenarios/screens/crawl.test.ts\` writes it anew).

| opened by | leads to |
|---|---|
${rows.join('\n')}
`;
  if (process.env.UPDATE_SCREENS) await writeFile(MAP_FILE, text);
  assert.equal(await readFile(MAP_FILE, 'utf8').catch(() => ''), text);
}

function quoted(target: string): string {
  return target.includes(' ') ? target : `\`${target}\``;
}
