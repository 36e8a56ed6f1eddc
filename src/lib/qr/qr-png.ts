import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Pixels per module: sharp on a phone's screen without a large picture. */
const SCALE = 8;
/** Quiet zone in modules, as scanners expect. */
const BORDER = 4;

/** A QR code as a black-and-white PNG of a few kilobytes. */
export function renderQrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: BORDER });
  const pixels = size * SCALE;
  const rowBytes = Math.ceil(pixels / 8);
  const rows: Buffer[] = [];
  for (const modules of data) {
    const row = Buffer.alloc(1 + rowBytes);
    for (let x = 0; x < pixels; x += 1) {
      const isWhite = !modules[Math.floor(x / SCALE)];
      if (isWhite) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
    for (let repeat = 0; repeat < SCALE; repeat += 1) rows.push(row);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header(pixels)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One bit per pixel, greyscale. Source: PNG specification, 11.2.1 IHDR. */
function header(pixels: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(pixels, 0);
  data.writeUInt32BE(pixels, 4);
  data[8] = 1;
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
