/** What a guest's phone cannot do, in a sentence for whoever plays the guest, and the status that goes with it. */
export class PhoneProblem extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}
