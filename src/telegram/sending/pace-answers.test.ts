import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createTally, paceAnswers } from './pace-answers.ts';

type Call = Parameters<ReturnType<typeof paceAnswers>>[0];

function answering(answers: object[]): { call: Call; calls: number } {
  const state = { calls: 0, call: undefined as unknown as Call };
  state.call = (async () => {
    state.calls += 1;
    return answers.shift() ?? { ok: true, result: true };
  }) as Call;
  return state;
}

const limited = (retryAfter: number) => ({
  ok: false,
  error_code: 429,
  description: 'Too Many Requests',
  parameters: { retry_after: retryAfter },
});

it('an answer that is asked to wait a moment is given after it, and counted each time', async () => {
  const telegram = answering([limited(0.01), limited(0.01)]);
  let sent = 0;
  const pace = paceAnswers(() => {
    sent += 1;
  });
  const answer = await pace(telegram.call, 'sendMessage', { chat_id: 1, text: 'x' });
  assert.equal(answer.ok, true);
  assert.deepEqual([telegram.calls, sent], [3, 3]);
});

it('an answer that is asked to wait for long is left to the inbox', async () => {
  const telegram = answering([limited(60)]);
  const answer = await paceAnswers(() => undefined)(telegram.call, 'sendMessage', { chat_id: 1, text: 'x' });
  assert.equal(answer.ok, false);
  assert.equal(telegram.calls, 1);
});

it('an answer gives up after some pauses, and another refusal is passed on at once', async () => {
  const stubborn = answering(Array.from({ length: 9 }, () => limited(0.001)));
  await paceAnswers(() => undefined)(stubborn.call, 'sendMessage', { chat_id: 1, text: 'x' });
  assert.equal(stubborn.calls, 4);
  const forbidden = answering([{ ok: false, error_code: 403, description: 'Forbidden' }]);
  await paceAnswers(() => undefined)(forbidden.call, 'sendMessage', { chat_id: 1, text: 'x' });
  assert.equal(forbidden.calls, 1);
});

it('only messages are counted', async () => {
  let sent = 0;
  const pace = paceAnswers(() => {
    sent += 1;
  });
  await pace(answering([]).call, 'answerCallbackQuery', { callback_query_id: '1' });
  await pace(answering([]).call, 'editMessageText', { text: 'x' });
  assert.equal(sent, 0);
});

it('messages of one moment are told together', async () => {
  const told = Promise.withResolvers<number>();
  const count = createTally(async (messages) => told.resolve(messages));
  for (let index = 0; index < 5; index += 1) count();
  const keepAlive = setTimeout(() => undefined, 10_000);
  assert.equal(await told.promise, 5);
  clearTimeout(keepAlive);
});
