/** An order as Clover stores it. Times are milliseconds since 1970. */
export type Order = {
  id: string;
  merchantId: string;
  title: string | null;
  note: string | null;
  /** null: hidden, unfinished. The server keeps any other word as sent. */
  state: string | null;
  orderTypeId: string | null;
  externalReferenceId: string | null;
  customerIds: string[];
  employeeId: string;
  taxRemoved: boolean;
  groupLineItems: boolean;
  testMode: boolean;
  manualTransaction: boolean;
  lines: Line[];
  discounts: Discount[];
  serviceCharge: { id: string; name: string; percentageDecimal: number } | null;
  /** Clover computes it for atomic orders; for custom orders it is what the caller posted, null until then. */
  total: number | null;
  payments: Payment[];
  createdAt: number;
  modifiedAt: number;
  /** When it stopped being hidden; lists follow a little later. */
  openedAt: number | null;
  deletedAt: number | null;
};

export type Line = {
  id: string;
  itemId: string | null;
  name: string;
  price: number;
  /** Thousandths of a unit, for items sold by weight only. */
  unitQty: number | null;
  unitName: string | null;
  note: string | null;
  modifications: Modification[];
  discounts: Discount[];
  createdAt: number;
};

export type Modification = { id: string; modifierId: string; name: string; amount: number };

/** Either a negative amount or a percentage in ten-thousandths of a percent. */
export type Discount = { id: string; name: string } & ({ amount: number } | { percentageDecimal: number });

export type Payment = {
  id: string;
  tenderId: string;
  amount: number;
  tipAmount: number;
  externalPaymentId: string | null;
  note: string | null;
  createdAt: number;
};

export type PrintEvent = { id: string; orderId: string; deviceId: string; createdAt: number };
