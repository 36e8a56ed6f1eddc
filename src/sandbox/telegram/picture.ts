import { badRequest } from './refusal.ts';

/** Source: core.telegram.org/bots/api#sendphoto. */
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_SIDES_SUM = 10_000;
const MAX_RATIO = 20;
const PNG_SIGNATURE = '89504e470d0a1a0a';

export type PictureSize = { width: number; height: number };

/** Reads a PNG's or JPEG's size. Throws: ApiRefusal for what Telegram does not accept as a photo. */
export function measurePicture(bytes: Buffer): PictureSize {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > MAX_BYTES) throw badRequest('file is too big');
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const isTooLong = Math.max(width, height) > MAX_RATIO * Math.min(width, height);
  if (width + height > MAX_SIDES_SUM || isTooLong) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return size;
}

/** `image/png` or `image/jpeg`, by content. */
export function pictureType(bytes: Buffer): string {
  return pngSize(bytes) ? 'image/png' : 'image/jpeg';
}

function pngSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 24 || bytes.subarray(0, 8).toString('hex') !== PNG_SIGNATURE) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Source: ITU T.81: segments FFxx with a length; SOF0..SOF15 (but DHT, JPG, DAC) hold height and width. */
function jpegSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let position = 2;
  while (position + 9 < bytes.length && bytes[position] === 0xff) {
    const marker = bytes[position + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: bytes.readUInt16BE(position + 5), width: bytes.readUInt16BE(position + 7) };
    }
    position += 2 + bytes.readUInt16BE(position + 2);
  }
  return undefined;
}
