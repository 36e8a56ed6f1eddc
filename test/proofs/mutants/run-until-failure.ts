/** Runs test files one after another in this process and ends it at the first test that fails: exit code 1. */
import { run } from 'node:test';
import { inspect } from 'node:util';

const files = process.argv.slice(2);
/** A suite whose preparation fails; usually one of its tests has said so before. */
let failedSuite: string | undefined;

const stream = run({ files, isolation: 'none', concurrency: false });
stream.on('test:fail', ({ name, file, details }) => {
  const where = `${file?.replace(`${process.cwd()}/`, '') ?? 'somewhere'} › ${name}`;
  if (details.type === 'suite') failedSuite ??= where;
  else end(where, details.error);
});
stream.once('end', () => {
  if (failedSuite !== undefined) end(failedSuite, 'a suite that could not be prepared');
  process.exit(0);
});
stream.resume();

function end(where: string, error: unknown): never {
  console.log(`FAILED ${where}\n${inspect(error)}`);
  process.exit(1);
}
