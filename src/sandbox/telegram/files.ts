import { randomBytes } from 'node:crypto';
import type { Counters } from '../state/counters.ts';
import type { Journal } from '../state/journal.ts';
import type { Upload } from '../transport/parameters.ts';
import { measureDocument } from './document.ts';
import { measurePicture } from './picture.ts';
import type { Document, Photo } from './wire.ts';

/** What the bot has sent besides text: pictures and documents, by file id. */
export type Files = {
  /** Throws: ApiRefusal for what Telegram does not accept as a photo. */
  insertPhoto(bytes: Buffer): Photo;
  findPhoto(fileId: string): { photo: Photo; bytes: Buffer } | undefined;
  /** Throws: ApiRefusal for what Telegram does not accept as a document. */
  insertDocument(upload: Upload): Document;
  findDocument(fileId: string): { document: Document; bytes: Buffer } | undefined;
};

/** A few kilobytes each (QR codes); the oldest picture is forgotten first. */
const MAX_PHOTOS = 2_000;
/** All documents together; the oldest is forgotten first, the newest never. */
const MAX_DOCUMENT_BYTES = 200 * 1024 * 1024;

type StoredPhoto = { photo: Photo; base64: string };
type StoredDocument = { document: Document; base64: string };

export function createFiles(journal: Journal, counters: Counters): Files {
  const photos = new Map<string, { photo: Photo; bytes: Buffer }>();
  const documents = new Map<string, { document: Document; bytes: Buffer }>();
  let documentBytes = 0;
  const keepDocument = (document: Document, bytes: Buffer): void => {
    documents.set(document.fileId, { document, bytes });
    documentBytes += bytes.length;
  };
  for (const { key, value } of journal.load<StoredPhoto>('photo')) {
    photos.set(key, { photo: value.photo, bytes: Buffer.from(value.base64, 'base64') });
  }
  for (const { value } of journal.load<StoredDocument>('document')) {
    keepDocument(value.document, Buffer.from(value.base64, 'base64'));
  }
  return {
    insertPhoto(bytes) {
      const { width, height } = measurePicture(bytes);
      const ids = newIds(counters, 'photo');
      const photo = { ...ids, width, height, sizeBytes: bytes.length };
      photos.set(photo.fileId, { photo, bytes });
      journal.put('photo', photo.fileId, { photo, base64: bytes.toString('base64') } satisfies StoredPhoto);
      for (const oldest of photos.keys()) {
        if (photos.size <= MAX_PHOTOS) break;
        photos.delete(oldest);
        journal.remove('photo', oldest);
      }
      return photo;
    },
    findPhoto: (fileId) => photos.get(fileId),
    insertDocument(upload) {
      const facts = measureDocument(upload);
      const document = { ...newIds(counters, 'document'), ...facts };
      keepDocument(document, upload.bytes);
      const stored: StoredDocument = { document, base64: upload.bytes.toString('base64') };
      journal.put('document', document.fileId, stored);
      for (const [oldest, { bytes }] of documents) {
        if (documentBytes <= MAX_DOCUMENT_BYTES || oldest === document.fileId) break;
        documents.delete(oldest);
        documentBytes -= bytes.length;
        journal.remove('document', oldest);
      }
      return document;
    },
    findDocument: (fileId) => documents.get(fileId),
  };
}

/** The random tail keeps addresses of files unguessable, as real file ids are. */
function newIds(counters: Counters, kind: 'photo' | 'document'): { fileId: string; uniqueId: string } {
  const id = counters.next('file');
  const tail = randomBytes(9).toString('base64url');
  return kind === 'photo'
    ? { fileId: `AgACAgIAAx-${id}-${tail}`, uniqueId: `AQAD${id}` }
    : { fileId: `BQACAgIAAx-${id}-${tail}`, uniqueId: `AgAD${id}` };
}
