import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GrammyError, HttpError } from 'grammy';
import { classifyBotApiError } from './classify-error.ts';
import { parseUpdateEnvelope } from './parse-update.ts';

describe('the envelope of an update', () => {
  const cases: [name: string, update: unknown, key: bigint | null][] = [
    ['a message belongs to its chat', { update_id: 1, message: { chat: { id: 5 }, from: { id: 6 } } }, 5n],
    ['a tap belongs to who tapped', { update_id: 1, callback_query: { from: { id: 6 }, message: {} } }, 6n],
    ['a checkout belongs to who pays', { update_id: 1, pre_checkout_query: { from: { id: 6 } } }, 6n],
    ['what names nobody shares one line', { update_id: 1, poll: { id: 'x' } }, 0n],
    ['a group keeps its sign', { update_id: 1, message: { chat: { id: -100 } } }, -100n],
    ['an update has a number', { message: { chat: { id: 5 } } }, null],
    ['an update is an object', [1], null],
  ];
  for (const [name, update, key] of cases) {
    it(name, () => assert.equal(parseUpdateEnvelope(update)?.chatKey ?? null, key));
  }
});

describe('a failed Bot API call', () => {
  const refusal = (error_code: number, description: string, parameters = {}) =>
    new GrammyError('failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
  const cases: [error: unknown, kind: string | undefined][] = [
    [refusal(400, 'Bad Request: message is not modified: specified new message content…'), 'already-so'],
    [
      refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
      'query-gone',
    ],
    [refusal(400, 'Bad Request: message to edit not found'), 'message-gone'],
    [refusal(403, 'Forbidden: bot was blocked by the user'), 'unreachable'],
    [refusal(403, 'Forbidden: user is deactivated'), 'unreachable'],
    [refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }), 'limited'],
    [refusal(409, 'Conflict: terminated by other getUpdates request'), 'conflict'],
    [refusal(401, 'Unauthorized'), 'unauthorized'],
    [refusal(500, 'Internal Server Error: restart'), 'unknown-outcome'],
    [new HttpError('network', new Error('reset')), 'unknown-outcome'],
    [new HttpError('network', Object.assign(new Error('no'), { code: 'ECONNREFUSED' })), 'unreached'],
    [
      new HttpError('network', Object.assign(new Error('cut'), { code: 'UND_ERR_SOCKET' })),
      'unknown-outcome',
    ],
    [refusal(400, 'Bad Request: private chat not found'), 'unreachable'],
    [refusal(400, 'Bad Request: message text is empty'), 'refused'],
    [new Error('a bug'), undefined],
  ];
  for (const [error, kind] of cases) {
    it(`is ${kind}: ${error instanceof Error ? error.message.slice(0, 60) : ''}`, () =>
      assert.equal(classifyBotApiError(error)?.kind, kind));
  }
});
