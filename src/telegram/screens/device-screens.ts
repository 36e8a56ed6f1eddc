import { APP_NAMES, IMPORT_APPS } from '../../domain/connections/import-links.ts';
import { formatAgo } from '../../locales/format-values.ts';
import type { Translator } from '../../locales/translate.ts';
import type { DeviceList } from '../../usecases/devices/manage-devices.ts';
import { shorten } from './pages.ts';
import { type Button, backButton, menuButton, pairs, type Screen } from './screen.ts';

/**
 * The subscription link, to copy and to open in an app. Telegram opens no app's own scheme, so every button goes
 * over the server's address, which leads on.
 */
export function renderConnect(t: Translator, url: string): Screen {
  const apps: Button[] = IMPORT_APPS.map((app) => ({ text: APP_NAMES[app], url: `${url}/open/${app}` }));
  return {
    text: `${t.text('connect-title')}\n\n<code>${url}</code>\n\n${t.text('connect-steps')}`,
    rows: [
      ...pairs(apps),
      [
        { text: t.text('button-connect-page'), url },
        { text: t.text('button-connect-qr'), action: { to: 'connect-qr' } },
      ],
      [{ text: t.text('button-devices'), action: { to: 'devices' } }],
      [backButton(t, { to: 'profile' }), menuButton(t)],
    ],
  };
}

/** Most devices on one screen: a message holds 4,096 characters, a device at most about 200. */
const SHOWN_DEVICES = 15;
const MAX_NAME_LENGTH = 40;

/** Which devices read the link, the last to read first, and a button to forget each. */
export function renderDevices(t: Translator, view: DeviceList & { now: Date }): Screen {
  const { limit, devices, now } = view;
  const latest = devices.toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
  const shown = latest.slice(0, SHOWN_DEVICES);
  const lines = shown.map((device, index) => describeDevice(t, device, { index, now }));
  const rest = latest.length - shown.length;
  const count = devices.length;
  const text = [
    limit === null ? t.text('devices-title-any', { count }) : t.text('devices-title', { count, limit }),
    ...(count === 0 ? [t.text('devices-empty')] : lines),
    ...(rest > 0 ? [t.text('devices-more', { rest })] : []),
    t.text('devices-note'),
  ];
  const removals: Button[] = shown.map((device, index) => ({
    text: `🗑 ${index + 1}. ${nameOf(t, device)}`,
    action: { to: 'device-remove', deviceId: device.deviceId },
  }));
  const all: Button = { text: t.text('button-devices-clear'), action: { to: 'devices-clear' } };
  return {
    text: text.join('\n\n'),
    rows: [
      ...removals.map((button) => [button]),
      ...(count > 1 ? [[all]] : []),
      [
        { text: t.text('button-connect'), action: { to: 'connect' } },
        { text: t.text('button-new-key'), action: { to: 'new-key-ask' } },
      ],
      [backButton(t, { to: 'profile' }), menuButton(t)],
    ],
  };
}

export function renderNewKeyQuestion(t: Translator): Screen {
  return {
    text: t.text('new-key-ask'),
    rows: [
      [{ text: t.text('button-new-key-yes'), action: { to: 'new-key' } }],
      [backButton(t, { to: 'devices' })],
    ],
  };
}

type Shown = DeviceList['devices'][number];

function describeDevice(t: Translator, device: Shown, at: { index: number; now: Date }): string {
  const ago = formatAgo(device.lastSeenAt, at.now, t.locale);
  return t.text('device-line', {
    number: at.index + 1,
    name: nameOf(t, device),
    details: [device.os, device.app.replace('/', ' ')]
      .filter((fact) => fact !== '')
      .map((fact) => ` · ${shorten(fact, MAX_NAME_LENGTH)}`)
      .join(''),
    seen: ago === null ? t.text('device-seen-now') : t.text('device-seen', { ago }),
  });
}

function nameOf(t: Translator, { model }: Shown): string {
  return model === '' ? t.text('device-unnamed') : shorten(model, MAX_NAME_LENGTH);
}
