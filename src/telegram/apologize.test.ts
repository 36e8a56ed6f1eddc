import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Api } from 'grammy';
import { createApology } from './apologize.ts';

function play(): {
  said: [number, string][];
  wait(ms: number): void;
  apology: ReturnType<typeof createApology>;
} {
  const said: [number, string][] = [];
  let nowMs = 0;
  const sendMessage = async (chatId: number, text: string) => {
    said.push([chatId, text]);
    throw new Error('Telegram is away too');
  };
  const apology = createApology({ sendMessage } as unknown as Api, { now: () => new Date(nowMs) });
  return {
    said,
    apology,
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

const message = (id: number, language_code = 'en') => ({
  message: { chat: { id, type: 'private' }, from: { id, language_code } },
});
const tap = (id: number) => ({ callback_query: { from: { id, language_code: 'ru' } } });

it('who writes in an outage is told once that it is kept, in their language', () => {
  const { said, apology, wait } = play();
  apology.explain(message(5));
  wait(2_500);
  for (let times = 0; times < 3; times += 1) {
    apology.explain(message(5));
    apology.explain(tap(6));
  }
  assert.deepEqual(
    said.map(([id]) => id),
    [5, 6],
  );
  assert.match(said[0]?.[1] ?? '', /is kept and will be done/);
  assert.match(said[1]?.[1] ?? '', /сохранено/);
});

it('a blip is not spoken of, and every outage is one of its own', () => {
  const { said, apology, wait } = play();
  apology.explain(message(5));
  wait(1_000);
  apology.explain(message(5));
  apology.reset();
  wait(60_000);
  apology.explain(message(5));
  assert.deepEqual(said, []);
  wait(3_000);
  apology.explain(message(5));
  apology.reset();
  apology.explain(message(5));
  wait(3_000);
  apology.explain(message(5));
  assert.equal(said.length, 2);
});

it('groups, payments and whatever else nobody reads an answer to are left alone', () => {
  const { said, apology, wait } = play();
  const group = { message: { chat: { id: -1, type: 'group' }, from: { id: 5 } } };
  apology.explain(group);
  wait(3_000);
  for (const update of [group, { poll: { id: '1' } }, { pre_checkout_query: { from: { id: 5 } } }, null])
    apology.explain(update);
  assert.deepEqual(said, []);
});
