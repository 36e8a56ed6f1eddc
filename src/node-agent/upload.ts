import type { DesiredStatePart, WireCredential } from '../nodes/protocol/contract.ts';

/** Collects the parts of one desired set; only one upload exists at a time, the holder's of the lease. */
export class Upload {
  #uploadId = '';
  #nextPart = 1;
  #collected: WireCredential[] = [];

  /** The whole set with the last part; `more` before it; `lost` when this part does not follow. A repeat is taken once. */
  take(part: DesiredStatePart): WireCredential[] | 'more' | 'lost' {
    if (part.part === 1) {
      this.drop();
      this.#uploadId = part.uploadId;
    }
    if (part.uploadId !== this.#uploadId || part.part !== this.#nextPart || part.part > part.parts)
      return 'lost';
    this.#collected = this.#collected.concat(part.credentials);
    this.#nextPart += 1;
    if (part.part < part.parts) return 'more';
    const whole = this.#collected;
    this.drop();
    return whole;
  }

  drop(): void {
    this.#uploadId = '';
    this.#nextPart = 1;
    this.#collected = [];
  }
}
