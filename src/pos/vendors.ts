import { clover } from './clover';
import { lightspeed } from './lightspeed';
import { square } from './square';
import { toast } from './toast';
import { touchbistro } from './touchbistro';
import type { Vendor } from './vendor';

/** Every POS we speak, by id: the key in connections, menus (`pos`) and addresses. */
export const vendors = { square, toast, clover, lightspeed, touchbistro };

export type VendorId = keyof typeof vendors;

export const vendorIds = Object.keys(vendors) as VendorId[];

/** A vendor by its id, undefined for a name that is none. */
export function findVendor(id: string): Vendor | undefined {
  return Object.hasOwn(vendors, id) ? vendors[id as VendorId] : undefined;
}
