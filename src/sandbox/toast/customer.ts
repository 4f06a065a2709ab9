import { invalid } from './errors';
import { optionalString, readObject, requiredString } from './fields';
import type { ToastCustomer } from './order';

const CUSTOMER_FIELDS = ['guid', 'entityType', 'firstName', 'lastName', 'phone', 'phoneCountryCode', 'email'];
const EMAIL_MAX = 53;
/** Toast's list of supported characters has no dot, plus or hyphen; it is taken as the rule for what stands before the @. */
const EMAIL = /^[A-Za-z0-9_]+@[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/;

/** Reads a guest: whoever takes food away must say all four things; whoever eats in need not be named at all. */
export function readCustomer(
  value: unknown,
  { path, required }: { path: string; required: boolean },
): ToastCustomer | null {
  if (value === undefined || value === null) {
    if (required) throw invalid('Customer cannot be empty for takeout and delivery orders');
    return null;
  }
  const fields = readObject(value, path, CUSTOMER_FIELDS);
  const firstName = requiredString(fields.firstName, path, 'Customer first name cannot be empty');
  const lastName = requiredString(fields.lastName, path, 'Customer last name cannot be empty');
  const phone = requiredString(fields.phone, path, 'Customer phone cannot be empty').replace(/[\s().-]/g, '');
  const email = requiredString(fields.email, path, 'Customer email cannot be empty');
  if (!/^\d{10}$/.test(phone)) throw invalid('Customer phone must have exactly 10 digits');
  if (email.length > EMAIL_MAX || !EMAIL.test(email))
    throw invalid(
      `Customer email must be a valid e-mail address of at most ${EMAIL_MAX} supported characters`,
    );
  const phoneCountryCode = optionalString(fields.phoneCountryCode, `${path}.phoneCountryCode`);
  return { firstName, lastName, phone, phoneCountryCode, email };
}
