import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AlertState,
  assessSystem,
  type ComponentState,
  decideAlert,
  isSilent,
  nextState,
  type RememberedState,
  type SystemFacts,
} from './system-state.ts';

const START = Date.parse('2027-01-31T12:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const WELL: SystemFacts = {
  isDatabaseReady: true,
  providers: [{ isSilent: false }, { isSilent: false }],
  nodes: [{ isHealthy: true }, { isHealthy: true }],
  pendingActivations: 0,
};
const silent = (...isSilents: boolean[]) => isSilents.map((one) => ({ isSilent: one }));
const nodes = (...isHealthies: boolean[]) => isHealthies.map((isHealthy) => ({ isHealthy }));

describe('the state of the system', () => {
  const cases: [what: string, change: Partial<SystemFacts>, expected: string][] = [
    ['all is well', {}, 'healthy green: healthy healthy healthy'],
    ['no provider is switched on', { providers: [] }, 'healthy green: healthy healthy healthy'],
    ['the database is away', { isDatabaseReady: false }, 'unavailable red: unavailable healthy healthy'],
    [
      'one provider is silent',
      { providers: silent(true, false) },
      'degraded yellow: healthy degraded healthy',
    ],
    ['every provider is', { providers: silent(true, true) }, 'unavailable red: healthy unavailable healthy'],
    ['a node is down', { nodes: nodes(true, false) }, 'degraded yellow: healthy healthy degraded'],
    ['every node is', { nodes: nodes(false) }, 'degraded yellow: healthy healthy unavailable'],
    ['there is no node', { nodes: [] }, 'degraded yellow: healthy healthy degraded'],
    ['somebody waits', { pendingActivations: 1 }, 'healthy yellow: healthy healthy healthy'],
  ];
  for (const [what, change, expected] of cases) {
    it(`when ${what}: ${expected}`, () => {
      const { status, severity, components } = assessSystem({ ...WELL, ...change });
      const each = Object.values(components).map((one) => one.status);
      assert.equal(`${status} ${severity}: ${each.join(' ')}`, expected);
      for (const one of Object.values(components))
        assert.equal(one.reason === null, one.status === 'healthy');
    });
  }

  it('counts a provider as silent after three calls in a row without an answer, for a quarter of an hour', () => {
    const failed = (failedCalls: number) => ({ failedCalls, lastFailedAt: at(0) });
    assert.equal(isSilent(null, at(0)), false);
    assert.equal(isSilent(failed(2), at(0)), false);
    assert.equal(isSilent(failed(3), at(899)), true);
    assert.equal(isSilent(failed(3), at(900)), false);
  });
});

const WELL_AGAIN: ComponentState = { status: 'healthy', reason: null };
const AWAY: ComponentState = { status: 'unavailable', reason: 'no-answer' };
const WEAK: ComponentState = { status: 'degraded', reason: 'some-nodes-down' };

describe('what is remembered of a component', () => {
  function story(...measured: [second: number, state: ComponentState][]): string[] {
    let state: RememberedState | null = null;
    return measured.map(([second, one]) => {
      state = nextState(state, one, at(second));
      return `${state.status} ${(state.changedAt.getTime() - START) / 1000}`;
    });
  }

  it('changes at once for the worse, and after a minute of answers from unavailable', () => {
    assert.deepEqual(
      story([0, WELL_AGAIN], [10, WEAK], [20, AWAY], [30, WELL_AGAIN], [89, WELL_AGAIN], [90, WELL_AGAIN]),
      ['healthy 0', 'degraded 10', 'unavailable 20', 'unavailable 20', 'unavailable 20', 'healthy 90'],
    );
  });

  it('begins the minute anew when the answers stop', () => {
    assert.deepEqual(story([0, AWAY], [10, WELL_AGAIN], [50, AWAY], [60, WEAK], [119, WEAK], [120, WEAK]), [
      ...Array(5).fill('unavailable 0'),
      'degraded 120',
    ]);
  });

  it('is well again at once after it was only degraded', () => {
    assert.deepEqual(story([0, WEAK], [1, WELL_AGAIN]), ['degraded 0', 'healthy 1']);
  });
});

describe('what operators are told', () => {
  function story(...looks: [second: number, troubledSince: number | null][]): (string | null)[] {
    let alert: AlertState = { toldAt: null, isOpen: false };
    return looks.map(([second, since]) => {
      const decided = decideAlert(alert, since === null ? null : at(since), at(second));
      alert = decided.alert;
      return decided.tell;
    });
  }

  it('is trouble that lasts a minute, then once an hour, and once that it is over', () => {
    assert.deepEqual(
      story([0, 0], [59, 0], [60, 0], [70, 0], [3_659, 0], [3_660, 0], [3_670, null], [3_680, null]),
      [null, null, 'trouble', null, null, 'trouble', 'recovery', null],
    );
  });

  it('is nothing of trouble that is over soon, nor of more of it within the hour', () => {
    assert.deepEqual(story([0, 0], [30, null], [100, 0], [110, null], [200, 110], [300, null], [500, 310]), [
      ...[null, null, 'trouble', 'recovery'],
      ...[null, null, null],
    ]);
  });
});
