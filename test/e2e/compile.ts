import { buildProgram } from '../support/built-program';

export const FOLDER = 'e2e';

/** Compiles the program that the tests play. */
export default function compile(): void {
  buildProgram(FOLDER);
}
