import type { Ledger } from './ledger';

/** One request on its way to its handler: authorised, with its body read. */
export type Call = { ledger: Ledger; body: unknown; query: URLSearchParams; id: string; now: Date };
/** Answers with the body of a 200, or throws a `SquareRefusal`. */
export type Handler = (call: Call) => object;
