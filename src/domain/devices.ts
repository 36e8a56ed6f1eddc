/** What an app tells of the device it runs on. Written by strangers: to be shown, never to be believed. */
export type DeviceFacts = { os: string; model: string; app: string };

/** The headers in which apps tell it; any may be missing. Source: xray.md §4.2. */
export type DeviceWords = {
  os?: string | undefined;
  osVersion?: string | undefined;
  model?: string | undefined;
  userAgent?: string | undefined;
};

/** Most that is kept of one fact. Real names have at most about forty characters; the schema refuses more. */
export const MAX_FACT_LENGTH = 100;
/** The highest limit, and what is listed at most where there is no limit: a household has far fewer devices. */
export const MAX_DEVICES = 100;
/** A device that reads again within this time is not written again: apps read every few hours or on every start. */
export const REFRESH_AFTER_MS = 3_600_000;

/** The facts as they are kept and shown: one line each, bounded, empty where an app says nothing. */
export function readDeviceFacts(words: DeviceWords): DeviceFacts {
  const { os = '', osVersion = '', model = '', userAgent = '' } = words;
  // What follows in brackets is the app's own talk about its parts: `Happ/2.1 (core 1.8)`.
  const [product = ''] = userAgent.split('(');
  return {
    os: clean(`${os.slice(0, MAX_RAW_LENGTH)} ${osVersion}`),
    model: clean(model),
    app: clean(product),
  };
}

/** Longer than this is no name: the rest is not even looked at. */
const MAX_RAW_LENGTH = 1_000;

/** Without control characters, invisible ones and those that turn the direction of what stands beside them. */
function clean(text: string): string {
  const visible = text
    .slice(0, MAX_RAW_LENGTH)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...visible].slice(0, MAX_FACT_LENGTH).join('').trim();
}
