import type { Menu } from '../menu/schema';
import { PosError } from '../pos/errors';
import type { ConnectionRecord } from '../store/records';
import { toApiProblem } from './pos-failure';
import { ApiProblem } from './problem';
import type { Services } from './services';

/** The menu as the POS itself has it now; throws `ApiProblem` where it gives none or cannot be reached. */
export async function menuOfPos(
  connection: ConnectionRecord,
  { directory }: { directory: Pick<Services['directory'], 'open'> },
): Promise<Menu> {
  try {
    const { vendor, session } = await directory.open(connection);
    if (vendor.fetchMenu) return await vendor.fetchMenu(session);
    throw new ApiProblem('not-now', vendor.noSuchApi?.menu ?? `${vendor.name} gives no menu to read.`);
  } catch (error) {
    throw error instanceof PosError ? toApiProblem(error) : error;
  }
}
