/** `npm run schema`: writes schema.sql, the result of all migrations, for reviewers and for the diff in tests. */
import { writeFileSync } from 'node:fs';
import { describeSchema } from '../test/support/describe-schema.ts';
import { createShopDatabase } from '../test/support/world.ts';

const database = await createShopDatabase();
writeFileSync(new URL('../schema.sql', import.meta.url), await describeSchema(database.url));
await database.drop();
console.log('wrote schema.sql');
process.exit(0);
