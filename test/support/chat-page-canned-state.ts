import type { ChatEntity, ChatMessage, ChatState } from '../../src/sandbox/contract/chat.ts';

export const payUrl = 'http://127.0.0.1:9/pay/IV1';
export const planText = '👋 Welcome to Atlas Secure!\n\nA private VPN that stays up. What shall we do?';

export const menuButtons: ChatMessage['buttons'] = [
  [{ kind: 'callback', text: '🛒 Buy a subscription', data: 'invoice' }],
  [
    { kind: 'callback', text: '👤 Profile', data: 'alert' },
    { kind: 'callback', text: '📖 How to connect', data: 'slow' },
  ],
  [
    { kind: 'callback', text: '🌐 Language', data: 'toast' },
    { kind: 'url', text: 'Support', url: 'https://t.me/asc_support' },
  ],
];

const anna = 700000001;
const boris = 700000002;
const laila = 700000003;
const owner = 700000009;
const key =
  'vless://5f0c8f52-6e0b-4a8f-9a55-0d6f6f7f9a11@203.0.113.7:443?encryption=none&flow=xtls-rprx-vision&security=reality#Atlas';

export function emptyState(isSimulated: boolean): ChatState {
  return {
    botUsername: 'atlas_secure_bot',
    botCommands: [
      ['start', 'Begin from the beginning'],
      ['profile', 'Subscription, balance and key'],
      ['buy', 'Buy a subscription'],
      ['referral', 'Invite friends'],
      ['info', 'About the service'],
      ['help', 'Support'],
      ['instruction', 'How to connect'],
      ['language', 'Change the language'],
    ].map(([command = '', description = '']) => ({ command, description })),
    core: isSimulated ? { kind: 'simulated', version: '' } : { kind: 'xray', version: '26.7.28' },
    customers: [],
    messages: [],
    invoices: [],
    switches: { duplicateNextWebhook: 0, delayNextWebhookMs: 0, nodeDown: false },
  };
}

/** Three customers and the admin, every kind of entity and button, one invoice of each status. */
export function cannedState(now: number, isSimulated: boolean): ChatState {
  const invoice = { description: 'Atlas Secure · Basic, 1 month', fiat: 'RUB' };
  return {
    ...emptyState(isSimulated),
    adminId: owner,
    customers: [
      { telegramId: anna, firstName: 'Anna', username: 'anna', languageCode: 'en' },
      { telegramId: boris, firstName: 'Борис', username: 'boris', languageCode: 'ru' },
      { telegramId: laila, firstName: 'ليلى', username: 'laila', languageCode: 'ar' },
      { telegramId: owner, firstName: 'Olga', username: 'olga', languageCode: 'en' },
    ],
    invoices: [
      { ...invoice, invoiceId: 1, payUrl, amount: '149.00', status: 'active', expiresAt: now + 1799 },
      { ...invoice, invoiceId: 2, payUrl: `${payUrl}2`, amount: '399.00', status: 'paid' },
      { ...invoice, invoiceId: 3, payUrl: `${payUrl}3`, amount: '1399.00', status: 'expired' },
    ],
    messages: [...annaMessages(now), ...borisMessages(now), ...lailaMessages(now), ...ownerMessages(now)],
  };
}

/** Spans found by the text they cover. */
function spans(text: string, marks: [type: string, part: string, url?: string][]): ChatEntity[] {
  return marks.map(([type, part, url]) => ({
    type,
    offset: text.indexOf(part),
    length: part.length,
    ...(url ? { url } : {}),
  }));
}

function talk(chatId: number, from: ChatMessage['from'], more: Partial<ChatMessage> & { messageId: number }) {
  return { chatId, from, date: 0, text: '', entities: [], buttons: [], ...more } satisfies ChatMessage;
}

function annaMessages(now: number): ChatMessage[] {
  const paid = '✅ Payment received\nYour subscription is active until 21.12.2026.';
  return [
    talk(anna, 'customer', {
      messageId: 1,
      date: now - 90_000,
      text: '/start',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    }),
    talk(anna, 'bot', { messageId: 2, date: now - 89_990, text: planText, buttons: menuButtons }),
    talk(anna, 'bot', {
      messageId: 3,
      date: now - 300,
      text: 'Basic, 1 month: 149 ₽.\nPay by Crypto Pay, I am waiting for the payment.',
      entities: [{ type: 'bold', offset: 0, length: 22 }],
      buttons: [
        [{ kind: 'url', text: '💎 Pay 149 ₽', url: payUrl }],
        [
          { kind: 'url', text: 'Pay 399 ₽', url: `${payUrl}2` },
          { kind: 'url', text: 'Pay 1399 ₽', url: `${payUrl}3` },
        ],
        [{ kind: 'callback', text: '← Back', data: 'edit' }],
      ],
    }),
    talk(anna, 'bot', {
      messageId: 7,
      date: now - 250,
      invoice: {
        title: 'Atlas Secure VPN',
        description: 'Basic, 1 month',
        currency: 'RUB',
        totalAmount: 14_900,
        isPaid: false,
      },
      buttons: [[{ kind: 'pay', text: '' }]],
    }),
    talk(anna, 'bot', {
      messageId: 8,
      date: now - 240,
      invoice: {
        title: 'Atlas Secure VPN',
        description: 'Plus, 3 months',
        currency: 'XTR',
        totalAmount: 583,
        isPaid: true,
      },
      buttons: [[{ kind: 'pay', text: '' }]],
    }),
    talk(anna, 'customer', {
      messageId: 9,
      date: now - 239,
      note: { kind: 'refunded_payment', currency: 'XTR', totalAmount: 583 },
    }),
    talk(anna, 'customer', { messageId: 4, date: now - 200, text: 'Done!' }),
    talk(anna, 'bot', {
      messageId: 5,
      date: now - 190,
      editDate: now - 180,
      text: paid,
      entities: spans(paid, [
        ['bold', 'Payment received'],
        ['bold', '21.12.2026'],
      ]),
    }),
    talk(anna, 'bot', {
      messageId: 6,
      date: now - 185,
      text: key,
      entities: [{ type: 'code', offset: 0, length: key.length }],
      buttons: [[{ kind: 'copy', text: 'Copy the key', copyText: key }]],
    }),
  ];
}

function borisMessages(now: number): ChatMessage[] {
  const text =
    'Жирный курсив подчёркнуто зачёркнуто 🎉 код\nСкрыто: пароль 1234\nСсылка: atlas.example и https://example.org/very/long/path/that/wraps\nЦитата: одна жизнь — один ключ\nКоманда /profile\nconst answer = 42;';
  return [
    talk(boris, 'bot', {
      messageId: 20,
      date: now - 900,
      text,
      entities: spans(text, [
        ['bold', 'Жирный курсив'],
        ['italic', 'курсив подчёркнуто'],
        ['underline', 'подчёркнуто'],
        ['strikethrough', 'зачёркнуто'],
        ['code', 'код'],
        ['spoiler', 'пароль 1234'],
        ['text_link', 'atlas.example', 'https://atlas.example/'],
        ['url', 'https://example.org/very/long/path/that/wraps'],
        ['blockquote', 'Цитата: одна жизнь — один ключ'],
        ['bot_command', '/profile'],
        ['pre', 'const answer = 42;'],
      ]),
      buttons: [
        [
          { kind: 'callback', text: 'Изменить', data: 'edit' },
          { kind: 'callback', text: 'Удалить', data: 'delete' },
          { kind: 'callback', text: 'Ждать', data: 'slow' },
        ],
        [{ kind: 'callback', text: 'Просрочить ответ', data: 'expire' }],
      ],
    }),
    talk(boris, 'customer', { messageId: 21, date: now - 800, text: 'А картинкой?' }),
    talk(boris, 'bot', {
      messageId: 22,
      date: now - 790,
      text: 'Отсканируйте в приложении',
      photo: { fileId: 'qr', width: 512, height: 512 },
      buttons: [[{ kind: 'copy', text: 'Скопировать ключ', copyText: key }]],
    }),
    talk(boris, 'customer', { messageId: 23, date: now - 700, text: '👍' }),
  ];
}

function lailaMessages(now: number): ChatMessage[] {
  return [
    talk(laila, 'customer', { messageId: 30, date: now - 60, text: 'مرحبا، أريد اشتراكا' }),
    talk(laila, 'bot', {
      messageId: 31,
      date: now - 50,
      text: 'مرحبا بك في Atlas Secure! 🌍\nاختر الباقة المناسبة لك، السعر يبدأ من 149 ₽ في الشهر.',
      entities: [{ type: 'bold', offset: 12, length: 13 }],
      buttons: [
        [
          { kind: 'callback', text: 'الأساسية', data: 'toast' },
          { kind: 'callback', text: 'بلس', data: 'alert' },
        ],
        [{ kind: 'callback', text: 'رجوع', data: 'edit' }],
      ],
    }),
  ];
}

function ownerMessages(now: number): ChatMessage[] {
  return [
    talk(owner, 'customer', { messageId: 40, date: now - 40, text: '/admin' }),
    talk(owner, 'bot', {
      messageId: 41,
      date: now - 30,
      text: 'Sales of November',
      document: { fileId: 'sales', fileName: 'sales-2026-11.csv', sizeBytes: salesCsv.length },
      buttons: [[{ kind: 'callback', text: 'Refresh', data: 'toast' }]],
    }),
  ];
}

export const salesCsv = 'day,kopecks\n2026-11-29,14900\n';

/** A picture that looks like a QR code and says nothing. */
export function pictureSvg(): string {
  const cells = Array.from({ length: 29 * 29 }, (_, index) => ({ x: index % 29, y: Math.floor(index / 29) }))
    .filter(({ x, y }) => (x * x * 31 + y * y * 17 + x * y * 7) % 11 < 5)
    .map(({ x, y }) => `<rect x="${x + 2}" y="${y + 2}" width="1" height="1"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 33" width="512" height="512"><rect width="33" height="33" fill="#fff"/>${cells.join('')}</svg>`;
}
