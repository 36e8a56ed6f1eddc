import { formatDateTime } from '../../../locales/format-values.ts';
import type { Translator } from '../../../locales/translate.ts';
import type { AuditLine, AuditPage } from '../../../usecases/audit/view-audit.ts';
import type { AuditOf } from '../../buttons/panel/audit-buttons.ts';
import { shorten } from '../pages.ts';
import { type Button, backButton, type Screen } from '../screen.ts';

/** Ten entries of all this, and what stands between, are less than a message of 4096 characters. */
const MAX_NAME = 32;
const MAX_ACTION = 48;
const MAX_DETAILS = 180;

/** Who did what, newest first. `of`: everybody, or only who works here. */
export function renderAudit(t: Translator, page: AuditPage, of: AuditOf): Screen {
  const { lines } = page;
  const other = of === 'all' ? 'team' : 'all';
  return {
    text:
      lines.length === 0
        ? t.text('audit-none')
        : [t.text(`audit-title-${of}`), ...lines.map((line) => renderLine(t, line))].join('\n\n'),
    rows: [
      ...stepRow(t, page, of),
      [{ text: t.text(`button-audit-${other}`), action: { to: 'admin-audit', of: other } }],
      [backButton(t, { to: 'admin' })],
    ],
  };
}

function stepRow(t: Translator, { lines, hasOlder, hasNewer }: AuditPage, of: AuditOf): Button[][] {
  const [first, last] = [lines[0], lines.at(-1)];
  const newer: Button[] =
    first && hasNewer
      ? [
          {
            text: t.text('button-page-back'),
            action: { to: 'admin-audit-at', of, side: 'newer', entryId: first.entryId },
          },
        ]
      : [];
  const older: Button[] =
    last && hasOlder
      ? [
          {
            text: t.text('button-page-on'),
            action: { to: 'admin-audit-at', of, side: 'older', entryId: last.entryId },
          },
        ]
      : [];
  return newer.length + older.length > 0 ? [[...newer, ...older]] : [];
}

function renderLine(t: Translator, line: AuditLine): string {
  const { actor, actorName, customerName, customerTelegramId, customerId } = line;
  const head = t.text('audit-line', {
    at: formatDateTime(line.recordedAt),
    action: shorten(line.action, MAX_ACTION),
    actor: named(actor, actorName),
  });
  const target = customerId === null ? null : named(String(customerTelegramId ?? customerId), customerName);
  const details = Object.entries(line.details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');
  const parts = [
    head,
    target === null ? null : t.text('audit-target', { target }),
    details === '' ? null : t.text('audit-details', { details: shorten(details, MAX_DETAILS) }),
  ];
  return parts.filter((part) => part !== null).join('\n');
}

function named(id: string, name: string | null): string {
  const shown = shorten(id, MAX_NAME);
  return name === null ? shown : `${shown} (${shorten(name, MAX_NAME)})`;
}
