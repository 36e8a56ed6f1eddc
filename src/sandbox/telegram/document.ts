import type { Upload } from '../transport/parameters.ts';
import { badRequest } from './refusal.ts';

/** Source: core.telegram.org/bots/api#senddocument. */
const MAX_BYTES = 50 * 1024 * 1024;
/** Source: github.com/tdlib/td, tdutils/td/utils/filesystem.cpp, clean_filename. */
const MAX_STEM_LENGTH = 60;
const MAX_EXTENSION_LENGTH = 20;
/** Telegram goes by the file's name alone; these are what bots send. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  gz: 'application/gzip',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  txt: 'text/plain',
  zip: 'application/zip',
};

/** What is known about a file from its upload. */
export type DocumentFacts = { fileName: string; mimeType: string; sizeBytes: number };

/** Throws: ApiRefusal for what Telegram does not accept as a file. */
export function measureDocument({ fileName, bytes }: Upload): DocumentFacts {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_BYTES) throw badRequest('file is too big');
  const name = cleanFileName(fileName);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return {
    fileName: name,
    mimeType: TYPES[extension] ?? 'application/octet-stream',
    sizeBytes: bytes.length,
  };
}

/** Without folders, with spaces for what a file system may refuse, cut to what Telegram keeps. */
function cleanFileName(given: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const [, stem = '', extension = ''] = /^(.*?)(?:\.([^.]*))?$/su.exec(base) ?? [];
  const clean = (part: string, length: number) =>
    [...part.replace(/[\p{Cc}\p{Cf}<>:"|?*&`']/gu, ' ')].slice(0, length).join('').trim();
  const cleanStem = clean(stem, MAX_STEM_LENGTH) || 'file';
  const cleanExtension = clean(extension, MAX_EXTENSION_LENGTH);
  return cleanExtension ? `${cleanStem}.${cleanExtension}` : cleanStem;
}
