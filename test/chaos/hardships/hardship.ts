/** One kind of bad luck, and what the program promises when it strikes. */
export type Hardship = {
  promise: string;
  /** Why it cannot be tried on this machine; undefined where it can. */
  missing?: () => string | undefined;
  /** Throws where the promise is broken; a text is a measurement to print. */
  run: () => Promise<string | undefined>;
};

/** Stops the hardship with what was seen instead of what was promised. */
export function expectThat(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise);
}
