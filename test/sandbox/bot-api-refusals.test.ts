import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { DEFAULT_BOT_TOKEN } from '../../src/sandbox/settings.ts';
import {
  type ApiAnswer,
  createSandboxClient,
  frozenClock,
  type SandboxClient,
  tinyPng,
} from './sandbox-client.ts';

let sandbox: Sandbox;
let client: SandboxClient;
let chatId: number;

before(async () => {
  sandbox = await startSandbox({ clock: frozenClock });
  client = createSandboxClient(sandbox.port);
  chatId = await client.visitor();
});
after(() => sandbox.close());

const button = (fields: object) => ({ inline_keyboard: [[{ text: 'Buy', ...fields }]] });
const send = (fields: object) => client.bot('sendMessage', { chat_id: chatId, text: 'x', ...fields });

test('refuses wrong sends with the texts of Telegram', async () => {
  const cases: [fields: object, description: RegExp][] = [
    [{ chat_id: 5 }, /^Bad Request: chat not found$/],
    [{ chat_id: '@nobody' }, /^Bad Request: chat not found$/],
    [{ text: '' }, /^Bad Request: message text is empty$/],
    [{ text: '  \n ' }, /^Bad Request: message text is empty$/],
    [{ text: '<b></b>', parse_mode: 'HTML' }, /^Bad Request: message text is empty$/],
    [{ text: 'x'.repeat(4097) }, /^Bad Request: message is too long$/],
    [{ parse_mode: 'BBCode' }, /^Bad Request: unsupported parse_mode$/],
    [{ parse_mod: 'HTML' }, /additional properties "parse_mod"$/],
    [{ reply_markup: button({ callback_data: 'я'.repeat(33) }) }, /^Bad Request: BUTTON_DATA_INVALID$/],
    [{ reply_markup: button({ callback_data: '' }) }, /^Bad Request: BUTTON_DATA_INVALID$/],
    [{ reply_markup: button({ copy_text: { text: 'x'.repeat(257) } }) }, /BUTTON_COPY_TEXT_INVALID/],
    [{ reply_markup: button({ url: 'javascript:alert(1)' }) }, /is invalid: Unsupported URL protocol$/],
    [{ reply_markup: button({ url: 'http://nowhere' }) }, /is invalid: Wrong HTTP URL$/],
    [{ reply_markup: button({}) }, /Text buttons are unallowed in the inline keyboard$/],
    [{ reply_markup: button({ url: 'https://x.y', callback_data: 'a' }) }, /exactly one action/],
    [{ reply_markup: { inline_keyboard: [[{ callback_data: 'a' }]] } }, /required property 'text'/],
    [{ reply_markup: '{oops' }, /^Bad Request: can't parse reply markup JSON object$/],
    [{ reply_parameters: { message_id: 999_999 } }, /^Bad Request: message to be replied not found$/],
    [
      { text: '<b>x', parse_mode: 'HTML' },
      /can't parse entities: Can't find end tag corresponding to start tag "b"/,
    ],
  ];
  for (const [fields, description] of cases) {
    const answer = await send(fields);
    assert.equal(answer.status, 400, JSON.stringify(fields));
    assert.match(answer.description ?? '', description);
  }
  assert.equal((await client.bot('sendMessage', { text: 'x' })).description, 'Bad Request: chat_id is empty');
  assert.equal((await send({ text: 'x'.repeat(4096) })).ok, true);
  assert.equal((await send({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })).ok, true);
  assert.equal((await send({ reply_markup: button({ callback_data: 'x'.repeat(64) }) })).ok, true);
  assert.equal((await send({ reply_markup: button({ url: 'tg://resolve?domain=x' }) })).ok, true);
});

test('knows its token and its methods', async () => {
  const ask = async (path: string) => {
    const answer = await fetch(client.base + path);
    return [answer.status, ((await answer.json()) as { description?: string }).description];
  };
  assert.deepEqual(await ask('/bot1:wrong/getMe'), [401, 'Unauthorized']);
  assert.deepEqual(await ask(`/bot${DEFAULT_BOT_TOKEN}/fly`), [404, 'Not Found: method not found']);
  assert.deepEqual(await ask(`/bot${DEFAULT_BOT_TOKEN}/GETME`), [200, undefined]);
});

test('reads query, form and multipart parameters with JSON in their strings', async () => {
  const path = `${client.base}/bot${DEFAULT_BOT_TOKEN}`;
  const markup = JSON.stringify(button({ callback_data: 'a' }));
  const form = new URLSearchParams({ chat_id: String(chatId), text: '42', reply_markup: markup });
  const posted = await fetch(`${path}/sendMessage`, { method: 'POST', body: form });
  const got = await fetch(`${path}/sendMessage?${form}`);
  for (const answer of [posted, got]) {
    const { result } = (await answer.json()) as { result: { text: string; reply_markup: object } };
    assert.deepEqual([result.text, result.reply_markup], ['42', button({ callback_data: 'a' })]);
  }
  const upload = new FormData();
  upload.set('chat_id', String(chatId));
  upload.set('photo', new Blob([new Uint8Array(tinyPng(30, 20))], { type: 'image/png' }), 'qr.png');
  upload.set('caption', '<b>QR</b>');
  upload.set('parse_mode', 'HTML');
  const sent = await fetch(`${path}/sendPhoto`, { method: 'POST', body: upload });
  const { result } = (await sent.json()) as {
    result: { photo: { file_id: string; width: number }[]; caption: string; caption_entities: object[] };
  };
  assert.deepEqual([result.photo[0]?.width, result.caption], [30, 'QR']);
  assert.deepEqual(result.caption_entities, [{ type: 'bold', offset: 0, length: 2 }]);
  const picture = await fetch(`${client.base}/chat/files/${result.photo[0]?.file_id}`);
  assert.deepEqual(Buffer.from(await picture.arrayBuffer()), tinyPng(30, 20));
  const again = await client.bot('sendPhoto', { chat_id: chatId, photo: result.photo[0]?.file_id });
  assert.equal(again.ok, true);
  const file = await client.bot('getFile', { file_id: result.photo[0]?.file_id });
  const { file_path } = file.result as unknown as { file_path: string };
  assert.equal((await fetch(`${client.base}/file/bot${DEFAULT_BOT_TOKEN}/${file_path}`)).status, 200);
});

test('reads a streamed multipart body whose file name has no quotes', async () => {
  const field = (name: string, value: string | Buffer, more = '') =>
    Buffer.concat([
      Buffer.from(`--edge\r\ncontent-disposition:form-data;name="${name}"${more}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]);
  const body = Buffer.concat([
    field('chat_id', String(chatId)),
    field('photo', 'attach://f1'),
    field('f1', tinyPng(5, 4), ';filename=qr.png\r\ncontent-type:application/octet-stream'),
    Buffer.from('--edge--\r\n'),
  ]);
  const answer = await fetch(`${client.base}/bot${DEFAULT_BOT_TOKEN}/sendPhoto`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    body,
  });
  const { result } = (await answer.json()) as { result: { photo: { width: number }[] } };
  assert.equal(result.photo[0]?.width, 5);
});

test('refuses pictures that Telegram refuses', async () => {
  const photo = async (bytes: Buffer, caption = ''): Promise<string> => {
    const form = new FormData();
    form.set('chat_id', String(chatId));
    form.set('caption', caption);
    form.set('photo', new Blob([new Uint8Array(bytes)]), 'x.png');
    const answer = await fetch(`${client.base}/bot${DEFAULT_BOT_TOKEN}/sendPhoto`, {
      method: 'POST',
      body: form,
    });
    return ((await answer.json()) as { description?: string }).description ?? 'ok';
  };
  assert.equal(await photo(tinyPng()), 'ok');
  assert.equal(await photo(Buffer.from('not a picture')), 'Bad Request: IMAGE_PROCESS_FAILED');
  assert.equal(await photo(tinyPng(9_000, 1_001)), 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  assert.equal(await photo(tinyPng(21, 1)), 'Bad Request: PHOTO_INVALID_DIMENSIONS');
  assert.equal(await photo(tinyPng(), 'x'.repeat(1025)), 'Bad Request: message caption is too long');
  const byUrl = await client.bot('sendPhoto', { chat_id: chatId, photo: 'https://example.org/x.png' });
  assert.equal(byUrl.description, 'Bad Request: failed to get HTTP URL content');
});

test('sends files as Telegram does, and refuses what it refuses', async () => {
  const post = async (parts: Record<string, string | [bytes: Buffer, fileName: string]>) => {
    const form = new FormData();
    for (const [name, part] of Object.entries({ chat_id: String(chatId), ...parts })) {
      if (typeof part === 'string') form.set(name, part);
      else form.set(name, new Blob([new Uint8Array(part[0])]), part[1]);
    }
    const path = `${client.base}/bot${DEFAULT_BOT_TOKEN}/sendDocument`;
    const answer = await fetch(path, { method: 'POST', body: form });
    return { status: answer.status, ...((await answer.json()) as Omit<ApiAnswer, 'status'>) };
  };
  const fileOf = (answer: ApiAnswer) => answer.result.document as Record<string, string | number>;
  const csv = Buffer.from('\uFEFFday,amount\n2026-01-01,149\n');
  const sent = await post({
    document: 'attach://f0',
    f0: [csv, 'Отчёт 2026.csv'],
    caption: '<b>Продажи</b>',
    parse_mode: 'HTML',
  });
  const { file_id: fileId, file_unique_id: uniqueId, ...facts } = fileOf(sent);
  assert.deepEqual(facts, { file_size: csv.length, file_name: 'Отчёт 2026.csv', mime_type: 'text/csv' });
  assert.ok(fileId && uniqueId);
  const { caption, caption_entities: spans, text } = sent.result;
  assert.deepEqual([caption, text, spans], ['Продажи', undefined, [{ type: 'bold', offset: 0, length: 7 }]]);

  const download = await fetch(`${client.base}/chat/files/${fileId}`);
  assert.deepEqual(Buffer.from(await download.arrayBuffer()), csv);
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('Отчёт 2026.csv')}`;
  assert.equal(download.headers.get('content-disposition'), disposition);
  const { result: file } = await client.bot('getFile', { file_id: fileId });
  const stored = await fetch(`${client.base}/file/bot${DEFAULT_BOT_TOKEN}/${file.file_path}`);
  assert.deepEqual(Buffer.from(await stored.arrayBuffer()), csv);
  const again = await client.bot('sendDocument', { chat_id: chatId, document: fileId });
  assert.deepEqual(fileOf(again).file_id, fileId);

  const named = async (name: string) => fileOf(await post({ document: [csv, name] }));
  assert.equal((await named('../../etc/pass:wd.JSON')).file_name, 'pass wd.JSON');
  assert.equal((await named('a.json')).mime_type, 'application/json');
  assert.equal((await named(`${'x'.repeat(99)}.${'y'.repeat(30)}`)).file_name?.toString().length, 81);
  assert.equal((await named('no-extension')).mime_type, 'application/octet-stream');

  const target = { chat_id: chatId, message_id: sent.result.message_id };
  const edited = await client.bot('editMessageCaption', { ...target, caption: 'Sales' });
  assert.deepEqual([edited.result.caption, fileOf(edited).file_id], ['Sales', fileId]);
  const words = await client.bot('editMessageText', { ...target, text: 'x' });
  assert.equal(words.description, 'Bad Request: there is no text in the message to edit');

  const photo = await client.bot('sendPhoto', { chat_id: chatId, photo: fileId });
  assert.equal(photo.description, "Bad Request: can't use file of type Document as Photo");
  const refusals: [parts: Parameters<typeof post>[0], description: string][] = [
    [{}, 'there is no document in the request'],
    [{ document: '' }, 'there is no document in the request'],
    [{ document: 'attach://nothing' }, 'wrong remote file identifier specified: Wrong string length'],
    [{ document: 'https://example.org/x.csv' }, 'failed to get HTTP URL content'],
    [{ document: [Buffer.alloc(0), 'empty.csv'] }, 'file must be non-empty'],
    [{ document: [csv, 'a.csv'], caption: 'x'.repeat(1025) }, 'message caption is too long'],
    [
      { document: [csv, 'a.csv'], caption: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [{ document: [csv, 'a.csv'], chat_id: '5' }, 'chat not found'],
    [{ document: [Buffer.alloc(50 * 1024 * 1024 + 1), 'big.csv'] }, 'file is too big'],
  ];
  for (const [parts, description] of refusals) {
    const answer = await post(parts);
    assert.deepEqual([answer.status, answer.description], [400, `Bad Request: ${description}`]);
  }
  assert.equal((await post({ document: [csv, 'a.csv'], caption: 'x'.repeat(1024) })).ok, true);
  const larger = await post({ document: [Buffer.alloc(52 * 1024 * 1024), 'larger.csv'] });
  assert.deepEqual([larger.status, larger.description], [413, 'Request Entity Too Large']);
});

test('edits and deletes only what can be, and only when something changes', async () => {
  const sent = await send({ text: 'one', reply_markup: button({ callback_data: 'a' }) });
  const target = { chat_id: chatId, message_id: sent.result.message_id };
  const same = {
    ...target,
    text: '<i></i>one',
    parse_mode: 'HTML',
    reply_markup: button({ callback_data: 'a' }),
  };
  const unchanged = await client.bot('editMessageText', same);
  assert.equal(
    unchanged.description,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the ' +
      'same as a current content and reply markup of the message',
  );
  const edited = await client.bot('editMessageText', { ...target, text: 'two' });
  assert.equal(edited.result.text, 'two');
  assert.equal(edited.result.reply_markup, undefined);
  assert.equal(typeof edited.result.edit_date, 'number');
  const refusals: [method: string, parameters: object, description: string][] = [
    ['editMessageText', { ...target, message_id: 999_999, text: 'x' }, 'message to edit not found'],
    ['editMessageText', { ...target, message_id: 1, text: 'x' }, "message can't be edited"],
    ['editMessageCaption', { ...target, caption: 'x' }, 'there is no caption in the message to edit'],
    ['editMessageReplyMarkup', { ...target }, 'message is not modified'],
    ['deleteMessage', { ...target, message_id: 999_999 }, 'message to delete not found'],
  ];
  for (const [method, parameters, description] of refusals) {
    const answer = await client.bot(method, parameters);
    assert.match(answer.description ?? '', new RegExp(`^Bad Request: ${description}`), method);
  }
  assert.equal((await client.bot('deleteMessage', target)).ok, true);
  const gone = await client.bot('editMessageText', { ...target, text: 'three' });
  assert.equal(gone.description, 'Bad Request: message to edit not found');
  const old = await send({ text: 'old' });
  await client.chat('clock', { advanceMs: 49 * 3_600_000 });
  const late = await client.bot('deleteMessage', { chat_id: chatId, message_id: old.result.message_id });
  assert.equal(late.description, "Bad Request: message can't be deleted for everyone");
});

test('turns a text message into a picture and edits its caption', async () => {
  const sent = await send({ text: 'wait' });
  const target = { chat_id: chatId, message_id: sent.result.message_id };
  const form = new FormData();
  form.set('chat_id', String(chatId));
  form.set('message_id', String(target.message_id));
  form.set('media', JSON.stringify({ type: 'photo', media: 'attach://file0', caption: 'QR' }));
  form.set('file0', new Blob([new Uint8Array(tinyPng())]), 'qr.png');
  const path = `${client.base}/bot${DEFAULT_BOT_TOKEN}/editMessageMedia`;
  const media = (await (await fetch(path, { method: 'POST', body: form })).json()) as { ok: boolean };
  assert.equal(media.ok, true);
  const text = await client.bot('editMessageText', { ...target, text: 'x' });
  assert.equal(text.description, 'Bad Request: there is no text in the message to edit');
  const caption = await client.bot('editMessageCaption', { ...target, caption: 'Scan me' });
  assert.equal(caption.result.caption, 'Scan me');
});

test('answers a callback once and in time', async () => {
  const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  const { result } = await send({ reply_markup: button({ callback_data: 'a' }) });
  const press = async () =>
    (
      await client.chat<{ callbackId: string }>('callbacks', {
        chatId,
        messageId: result.message_id,
        data: 'a',
      })
    ).callbackId;
  const answer = (id: string, more: object = {}) =>
    client.bot('answerCallbackQuery', { callback_query_id: id, ...more });
  const first = await press();
  assert.equal((await answer(first, { text: 'x'.repeat(201) })).status, 400);
  assert.equal((await answer(first, { url: 'https://example.org' })).description, 'Bad Request: URL_INVALID');
  assert.equal((await answer(first, { text: 'hi' })).ok, true);
  assert.equal((await answer(first)).description, tooOld);
  assert.equal((await answer('77')).description, tooOld);
  await client.chat('callback-lifetime', { seconds: 3 });
  const second = await press();
  await client.chat('clock', { advanceMs: 3_000 });
  assert.equal((await answer(second)).description, tooOld);
  const { callbacks } = await client.chat<{
    callbacks: { id: string; answerCount: number; attempts: number; hasExpired: boolean }[];
  }>(`transcript?chatId=${chatId}`);
  const seen = callbacks.map(({ id, answerCount, attempts, hasExpired }) => [
    id,
    answerCount,
    attempts,
    hasExpired,
  ]);
  assert.deepEqual(seen, [
    [first, 1, 2, false],
    [second, 0, 1, true],
  ]);
});

test('cannot write to strangers, to who blocked it, or too fast', async () => {
  const { telegramId } = await client.chat<{ telegramId: number }>('customers', { firstName: 'Bob' });
  const write = () => client.bot('sendMessage', { chat_id: telegramId, text: 'hello' });
  const stranger = await write();
  assert.deepEqual(
    [stranger.status, stranger.description],
    [403, "Forbidden: bot can't initiate conversation with a user"],
  );
  await client.write(telegramId, '/start');
  await client.chat('block', { chatId: telegramId, isBlocked: true });
  const blocked = await write();
  assert.deepEqual([blocked.status, blocked.description], [403, 'Forbidden: bot was blocked by the user']);
  await client.chat('block', { chatId: telegramId, isBlocked: false });
  await client.chat('limits', { burst: 2, perSecond: 0.5 });
  assert.deepEqual([(await write()).ok, (await write()).ok], [true, true]);
  const flooded = await write();
  assert.deepEqual([flooded.status, flooded.description], [429, 'Too Many Requests: retry after 2']);
  assert.equal(flooded.parameters?.retry_after, 2);
  await client.chat('clock', { advanceMs: 2_000 });
  assert.equal((await write()).ok, true);
  await client.chat('limits', { burst: 60, perSecond: 5 });
});

test('keeps commands and refuses wrong ones', async () => {
  const commands = [{ command: 'start', description: 'Menu' }];
  assert.equal((await client.bot('setMyCommands', { commands })).ok, true);
  assert.deepEqual((await client.bot('getMyCommands')).result, commands);
  assert.deepEqual((await client.chat('state')).botCommands, commands);
  const bad = await client.bot('setMyCommands', { commands: [{ command: 'Start!', description: 'x' }] });
  assert.equal(bad.description, 'Bad Request: BOT_COMMAND_INVALID');
  for (const [method, parameters] of [
    ['setMyDescription', { description: 'Shop' }],
    ['setMyShortDescription', { short_description: 'Shop' }],
    ['setChatMenuButton', { menu_button: { type: 'commands' } }],
    ['sendChatAction', { chat_id: chatId, action: 'typing' }],
  ] as const) {
    assert.equal((await client.bot(method, parameters)).ok, true, method);
  }
  const tooLong = await client.bot('setMyShortDescription', { short_description: 'x'.repeat(121) });
  assert.equal(tooLong.status, 400);
});
