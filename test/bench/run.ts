/**
 * `npm run bench [-- --json]`: measures the server against floors in one run and prints the table. Exits 1 when
 * a target is missed, naming it.
 */
import { type Figure, figureToJson, isMissed, renderTable } from './figures.ts';
import { describeMachine, type Machine, machineLine, residentMb } from './machine.ts';
import { measureSettle } from './settle.ts';
import { openPostgres, openStage, resent, type Stage } from './stage.ts';
import { measureUpdates } from './updates.ts';

const NOTES = [
  'One machine carries everything at once: load generator, server, PostgreSQL, emulated Telegram.',
  'Each update is a typed /buy of a known customer, each of another chat. The server works and answers them while',
  'it stores more; under saturation the rest waits in the inbox and is worked before the next round starts.',
  'Every figure is the middle one of three rounds after a warm-up, floor and own rounds in turn; its times are of',
  'that round. Paced times count from the moment an update was due, so a busy machine shows in floor and figure.',
  'Settle runs in process, on a database whose jobs nobody works meanwhile. Floors: bare node:http with one',
  'committed insert; bare node:http with one sendMessage and no database; the same rows by one bare statement;',
  'one committed insert.',
];

function memoryFigures(stage: Stage): Figure[] {
  const { now, peak } = residentMb(stage.server.pid);
  if (Number.isNaN(now)) return [];
  const facts = { unit: 'MiB', times: null, floor: null };
  return [
    {
      name: 'RSS of the server after the load',
      value: now,
      ...facts,
      target: { limit: 200, is: 'at most', of: 'value' },
    },
    { name: 'RSS of the server, peak', value: peak, ...facts },
  ];
}

function resentNote(): string[] {
  return resent.count === 0
    ? []
    : [`${resent.count} updates were answered 503 and sent again a second later.`];
}

async function measure(): Promise<{ machine: Machine; figures: Figure[] }> {
  const postgres = await openPostgres();
  process.env.TEST_POSTGRES_URL = postgres.url;
  try {
    const machine = await describeMachine(postgres.url, postgres.dir);
    const stage = await openStage(postgres.dir);
    const figures: Figure[] = [];
    try {
      figures.push(...(await measureUpdates(stage)), ...memoryFigures(stage));
    } finally {
      await stage.close();
    }
    figures.push(...(await measureSettle()));
    return { machine, figures };
  } finally {
    await postgres.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const { machine, figures } = await measure();
const missed = figures.filter(isMissed);
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine, figures: figures.map(figureToJson) }));
} else {
  console.log([machineLine(machine), '', renderTable(figures), '', ...NOTES, ...resentNote()].join('\n'));
}
for (const figure of missed) console.error(`missed: ${figure.name}`);
process.exit(missed.length > 0 ? 1 : 0);
