import { square } from './square';

/** Every POS we speak, by id: the key in connections, menus (`pos`) and addresses. */
export const vendors = { square };

export type VendorId = keyof typeof vendors;
