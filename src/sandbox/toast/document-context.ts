/** What a check's parts need to know of the order around them. */
export type CheckContext = {
  /** A GUID for a part of this order, null where nothing is kept. */
  id: (kind: string, path: string) => string | null;
  orderGuid: string | null;
  createdAt: string | null;
  openedAt: string;
  /** When the order last changed. */
  modifiedAt: string | null;
  voidedAt: string | null;
  businessDate: number;
  fulfillmentStatus: 'NEW' | 'SENT' | 'READY';
  diningOption: Reference;
  displayNumber: string | null;
};
type Reference = { guid: string; entityType: string; externalId: null };

/** A reference as replies carry it. */
export function reference(guid: string, entityType: string): Reference {
  return { guid, entityType, externalId: null };
}
