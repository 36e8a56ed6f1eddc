/**
 * Telegram's "no": becomes `{ ok: false, error_code, description, parameters }`. Thrown, because it crosses the
 * helpers of a method, and turned into an answer in one place (`bot-api.ts`).
 */
export class ApiRefusal extends Error {
  readonly code: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: number, description: string, retryAfterSeconds?: number) {
    super(description);
    this.name = 'ApiRefusal';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** 400 with Telegram's prefix. */
export function badRequest(text: string): ApiRefusal {
  return new ApiRefusal(400, `Bad Request: ${text}`);
}

export function tooManyRequests(seconds: number): ApiRefusal {
  return new ApiRefusal(429, `Too Many Requests: retry after ${seconds}`, seconds);
}

export function conflict(text: string): ApiRefusal {
  return new ApiRefusal(409, `Conflict: ${text}`);
}
