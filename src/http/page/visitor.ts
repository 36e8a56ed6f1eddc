/** What a customer connects. */
export const PLATFORMS = ['ios', 'android', 'windows', 'macos', 'linux'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** In this order: an Android calls itself Linux too, and a Windows phone calls itself Android and iPhone. */
const SIGNS: [sign: RegExp, platform: Platform][] = [
  [/Windows/i, 'windows'],
  [/iPhone|iPad|iPod/i, 'ios'],
  [/Android|CrOS/i, 'android'],
  [/Macintosh|Mac OS X/i, 'macos'],
  [/Linux|X11/i, 'linux'],
];

/** The platform of a browser; null when it does not tell. An iPad may say that it is a Mac. */
export function platformOf(userAgent: string): Platform | null {
  return SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
}
