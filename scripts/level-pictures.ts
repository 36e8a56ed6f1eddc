/**
 * Draws the pictures of the referral levels, src/telegram/pictures/<level>.png, from the names and percents that
 * the programme pays. Needs Chromium (CHROMIUM_BIN).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { REFERRAL_LEVELS, type ReferralLevel } from '../src/domain/money/referrals.ts';
import { translatorFor } from '../src/locales/translate.ts';
import { launchBrowser } from '../test/web/purchase-play.ts';

const FOLDER = join(import.meta.dirname, '../src/telegram/pictures');
/** Two to one, as Telegram shows it without cutting. */
const SIZE = { width: 800, height: 400 };

/** Light, deep and shade of each metal. */
const METALS: Record<ReferralLevel, [light: string, deep: string, shade: string]> = {
  silver: ['#f4f7fb', '#8d9bad', '#1d2632'],
  gold: ['#ffe9a8', '#c98f1b', '#2a1f0d'],
  platinum: ['#e9f6ff', '#6f8fd6', '#131a35'],
};

function draw({ name, percent }: { name: ReferralLevel; percent: number }): string {
  const [light, deep, shade] = METALS[name];
  const title = translatorFor('en').text(`referral-level-${name}`);
  const rings = [150, 215, 290, 375].map(
    (radius) =>
      `<circle cx="215" cy="200" r="${radius}" fill="none" stroke="${deep}" stroke-opacity=".16" stroke-width="2"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
  <defs><linearGradient id="metal" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="${light}"/><stop offset=".5" stop-color="${deep}"/><stop offset="1" stop-color="${light}"/>
  </linearGradient></defs>
  <rect width="100%" height="100%" fill="${shade}"/>
  ${rings.join('\n  ')}
  <path d="M215 80 L310 115 V205 C310 265 268 305 215 325 C162 305 120 265 120 205 V115 Z" fill="url(#metal)"/>
  <path d="M215 102 L290 130 V205 C290 252 258 284 215 302 C172 284 140 252 140 205 V130 Z" fill="${shade}"/>
  <text x="215" y="226" text-anchor="middle" font-size="56" font-weight="700" fill="${light}">${percent}%</text>
  <text x="390" y="190" font-size="46" font-weight="700" fill="${light}">${title}</text>
  <text x="392" y="240" font-size="24" fill="${deep}" letter-spacing="6">ATLAS SECURE</text>
</svg>`;
}

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: SIZE });
for (const level of REFERRAL_LEVELS) {
  await page.setContent(
    `<style>body{margin:0;font-family:'DejaVu Sans'}svg{display:block}</style>${draw(level)}`,
  );
  const path = join(FOLDER, `${level.name}.png`);
  await page.screenshot({ path });
  console.log(path);
}
await browser.close();
