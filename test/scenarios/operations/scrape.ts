import assert from 'node:assert/strict';

/** The samples of a server's `/metrics`, by name and labels as they are written there. */
export async function readMetrics(base: string): Promise<Map<string, number>> {
  const answer = await fetch(`${base}/metrics`);
  assert.equal(answer.status, 200);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const cut = line.lastIndexOf(' ');
      return [line.slice(0, cut), Number(line.slice(cut + 1))];
    }),
  );
}
