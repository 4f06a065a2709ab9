import { InputProblems } from '../order/problems';
import { PosError } from '../pos/errors';
import { findVendor } from '../pos/vendors';
import { StepRefusal } from './hand-ticket';
import { readText } from './input-text';
import { type AuthData, isRenewable } from './pos-session';
import { toZapierError, type ZapierErrors } from './zapier-errors';

/** Runs whatever talks to one system only. What goes wrong becomes Zapier's error in our words. */
export async function explain<T>(
  { errors, authData }: { errors: ZapierErrors; authData: AuthData },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InputProblems) throw new errors.Error(error.message, 'InvalidData', 422);
    if (error instanceof StepRefusal) throw new errors.Error(error.message, error.code, 422);
    if (!(error instanceof PosError)) throw error;
    const vendor = findVendor(readText(authData.system) ?? '');
    throw toZapierError(error, { errors, renewable: Boolean(vendor && isRenewable(vendor, authData)) });
  }
}
