import { EXPORTS } from '../../../domain/exports.ts';
import type { Translator } from '../../../locales/translate.ts';
import { type Button, backButton, type Screen } from '../screen.ts';

/** Every table that can leave the shop as a file. */
export function renderExports(t: Translator): Screen {
  const tables: Button[][] = EXPORTS.map((what) => [
    { text: t.text(`export-${what}`), action: { to: 'admin-export-of', what } },
  ]);
  return { text: t.text('export-title'), rows: [...tables, [backButton(t, { to: 'admin' })]] };
}
