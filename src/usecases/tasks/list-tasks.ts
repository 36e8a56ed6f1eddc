import { listOpenTasks, type StoredTask } from '../../store/operator-tasks.ts';
import type { Shop } from '../shop.ts';

/** More than one screen of an operator's terminal; the oldest come first, the rest when those are done. */
const MAX_LISTED = 200;

/** What waits for an operator, oldest first. */
export async function listTasks(shop: Shop): Promise<StoredTask[]> {
  return listOpenTasks(shop.db, MAX_LISTED);
}
