/** Tests of the tests: every seeded fault has to be noticed by a money test. */
import { createShopDatabase } from '../support/world.ts';
import type { Fault } from './mutants/fault.ts';
import { listSchemaFaults } from './mutants/faults-of-schema.ts';
import { SOURCE_FAULTS } from './mutants/faults-of-source.ts';
import { Workshop } from './mutants/workshop.ts';
import { inLanes, type Proof } from './proof.ts';

/** One for each core; PostgreSQL finds its time in between. */
const LANES = 2;
/** Source: issue of this proof; there are far more. */
const FEWEST_FAULTS = 40;

export const proveMutants: Proof = async () => {
  const faults = await listFaults();
  const workshops = await Promise.all(Array.from({ length: LANES }, () => Workshop.open()));
  const survivors: string[] = [];
  try {
    await Promise.all(workshops.map((workshop) => workshop.runUnchanged()));
    const free = [...workshops];
    await inLanes(faults, LANES, async (fault) => {
      const workshop = free.pop() as Workshop;
      const { killer } = await workshop.run(fault);
      free.push(workshop);
      console.log(`${killer === null ? 'SURVIVED' : 'killed  '} | ${fault.name} | ${killer ?? '-'}`);
      if (killer === null) survivors.push(fault.name);
    });
  } finally {
    await Promise.all(workshops.map((workshop) => workshop.close()));
  }
  if (survivors.length > 0) throw new Error(`nobody noticed: ${survivors.join('; ')}`);
  return { size: `${faults.length} faults`, figures: { survivors: '0' } };
};

/** `MUTANTS`: a pattern; only the faults whose name is like it. */
async function listFaults(): Promise<Fault[]> {
  const database = await createShopDatabase();
  const faults = [...SOURCE_FAULTS, ...(await listSchemaFaults(database.url))];
  await database.drop();
  if (faults.length < FEWEST_FAULTS) throw new Error(`only ${faults.length} faults are seeded`);
  const wanted = process.env.MUTANTS;
  return wanted === undefined ? faults : faults.filter(({ name }) => new RegExp(wanted).test(name));
}
