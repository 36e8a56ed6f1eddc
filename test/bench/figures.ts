/** What the benchmark prints: figures, each beside the floor it cannot fall below. */

export type Percentiles = { p50: number; p95: number; p99: number };

/** A limit that the figure must keep; `of` names the number it is about. */
export type Target = { limit: number; is: 'at least' | 'at most'; of: 'value' | 'p99' | 'ratio' };

export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** Milliseconds per operation. */
  times: Percentiles | null;
  /** The same in the same unit, done by the least that could do it. */
  floor: number | null;
  target?: Target;
};

/** One measured round: operations per second and how long each took. */
export type Round = { perSecond: number; times: Percentiles };

export function percentilesOf(samples: number[]): Percentiles {
  const sorted = Float64Array.from(samples).sort();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The round in the middle, by rate or by the slowest hundredth: one disturbed round decides nothing. */
export function middleRound(rounds: Round[], by: 'rate' | 'p99'): Round {
  const key = (round: Round) => (by === 'rate' ? round.perSecond : round.times.p99);
  const sorted = rounds.toSorted((a, b) => key(a) - key(b));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new Error('no round was measured');
  return middle;
}

/** Null when the figure has no floor. Rates: the share of the floor that is reached; times: how many times it. */
export function ratioOf(figure: Figure): number | null {
  return figure.floor === null ? null : figure.value / figure.floor;
}

export function isMissed(figure: Figure): boolean {
  const { target } = figure;
  if (!target) return false;
  const measured = {
    value: figure.value,
    p99: figure.times?.p99 ?? Number.NaN,
    ratio: ratioOf(figure) ?? Number.NaN,
  }[target.of];
  return !(target.is === 'at least' ? measured >= target.limit : measured <= target.limit);
}

/** The object of contract.md, with the target where there is one. */
export function figureToJson(figure: Figure): object {
  const { name, value, unit, times, floor, target } = figure;
  const ratio = ratioOf(figure);
  return {
    name,
    value: round(value),
    unit,
    p50: times && round(times.p50),
    p95: times && round(times.p95),
    p99: times && round(times.p99),
    floor: floor === null ? null : round(floor),
    ratio: ratio === null ? null : round(ratio),
    ...(target ? { target: { ...target, met: !isMissed(figure) } } : {}),
  };
}

/** The table for people. */
export function renderTable(figures: Figure[]): string {
  const header = ['figure', 'value', '', 'p50 ms', 'p95 ms', 'p99 ms', 'floor', 'ratio', 'target'];
  const rows = [header, ...figures.map(toCells)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === 2 || column === header.length - 1;
  const pad = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

function toCells(figure: Figure): string[] {
  const { times, floor, target } = figure;
  const ratio = ratioOf(figure);
  return [
    figure.name,
    show(figure.value),
    figure.unit,
    ...(times ? [show(times.p50), show(times.p95), show(times.p99)] : ['', '', '']),
    floor === null ? '' : show(floor),
    ratio === null ? '' : ratio.toFixed(2),
    target ? `${target.of} ${target.is} ${target.limit} ${isMissed(figure) ? 'MISSED' : 'met'}` : '',
  ];
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
