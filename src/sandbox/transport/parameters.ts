import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http.ts';
import { parseMultipart } from './multipart.ts';

export type Upload = { fileName: string; contentType: string; bytes: Buffer };

/** Parameters of an API call from wherever they came; form fields are still strings. */
export type CallParameters = { values: Record<string, unknown>; uploads: Map<string, Upload> };

/**
 * Merges the query and the body (JSON, urlencoded or multipart), as both emulated interfaces accept them.
 * Throws: HttpRefusal 400 for a body that is not what its content type says.
 */
export function readParameters(request: IncomingMessage, url: URL, body: Buffer): CallParameters {
  const values: Record<string, unknown> = Object.fromEntries(url.searchParams);
  const uploads = new Map<string, Upload>();
  if (body.length === 0) return { values, uploads };
  const contentType = request.headers['content-type'] ?? '';
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'application/json') Object.assign(values, parseObject(body));
  else if (kind === 'application/x-www-form-urlencoded') {
    Object.assign(values, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
  } else if (kind === 'multipart/form-data') {
    for (const part of parseMultipart(contentType, body)) {
      if (part.fileName === undefined) values[part.name] = part.bytes.toString('utf8');
      else uploads.set(part.name, { ...part, fileName: part.fileName });
    }
  }
  return { values, uploads };
}

function parseObject(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpRefusal(400, "can't parse request as a JSON object");
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new HttpRefusal(400, "can't parse request as a JSON object");
  }
  return parsed as Record<string, unknown>;
}
