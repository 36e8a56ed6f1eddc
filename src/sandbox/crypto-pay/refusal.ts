/** Crypto Pay's "no": becomes `{ ok: false, error: { code, name } }` with `code` as the HTTP status. */
export class CryptoRefusal extends Error {
  readonly code: number;

  constructor(code: number, name: string) {
    super(name);
    this.name = 'CryptoRefusal';
    this.code = code;
  }
}
