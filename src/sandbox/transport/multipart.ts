import { HttpRefusal } from './http.ts';

export type Part = { name: string; fileName?: string; contentType: string; bytes: Buffer };

/** More parts than any call has parameters. */
const MAX_PARTS = 100;
const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * Splits a multipart/form-data body; a file's name may also be written without quotes, as bot libraries do.
 * Source: RFC 7578. Throws: HttpRefusal 400 when it is malformed.
 */
export function parseMultipart(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw new HttpRefusal(400, 'multipart boundary is missing');
  const delimiter = Buffer.from(`--${name}`);
  const parts: Part[] = [];
  let position = body.indexOf(delimiter);
  while (position !== -1) {
    const start = position + delimiter.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start);
    if (next === -1 || parts.length >= MAX_PARTS) break;
    parts.push(parsePart(body.subarray(start + 2, next)));
    position = next + 2;
  }
  throw new HttpRefusal(400, "can't parse the multipart body");
}

function parsePart(part: Buffer): Part {
  const end = part.indexOf(HEADERS_END);
  if (end === -1) throw new HttpRefusal(400, "can't parse the headers of a multipart field");
  const headers = part.subarray(0, end).toString('utf8');
  const name = /;\s*name="([^"]*)"/i.exec(headers)?.[1];
  if (name === undefined) throw new HttpRefusal(400, 'a multipart field has no name');
  const file = /;\s*filename=(?:"([^"]*)"|([^;\r\n]*))/i.exec(headers);
  const fileName = file?.[1] ?? file?.[2];
  const contentType = /^content-type:\s*([^\r\n]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
  const bytes = part.subarray(end + HEADERS_END.length);
  return fileName === undefined ? { name, contentType, bytes } : { name, fileName, contentType, bytes };
}
