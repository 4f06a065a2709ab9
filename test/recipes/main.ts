import { hasPython } from '../support/receptionist-file';
import { failureToPhone } from './plays/failure-to-phone';
import { makeFailureToPhone } from './plays/make-failure-to-phone';
import { makeOrdersToPos } from './plays/make-orders-to-pos';
import { makeTextToSquare } from './plays/make-text-to-square';
import { ordersToSheet } from './plays/orders-to-sheet';
import { receptionistToPos } from './plays/receptionist-to-pos';
import { serverToPos } from './plays/server-to-pos';
import { textToPos } from './plays/text-to-pos';
import { openScene, type Scene } from './scene';

/** The recipes of docs/recipes, and what plays each; a play gives one line about what came of it. */
const PLAYS: Record<string, (scene: Scene) => Promise<string>> = {
  'text-to-pos': textToPos,
  ...(hasPython && { 'receptionist-to-pos': receptionistToPos }),
  'failure-to-phone': failureToPhone,
  'server-to-pos': serverToPos,
  'orders-to-sheet': ordersToSheet,
  'make-orders-to-pos': makeOrdersToPos,
  'make-text-to-square': makeTextToSquare,
  'make-failure-to-phone': makeFailureToPhone,
};

async function main(wanted: string[]): Promise<boolean> {
  let well = true;
  for (const [name, play] of Object.entries(PLAYS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const scene = await openScene();
    try {
      console.log(`ok      ${name}: ${await play(scene)}`);
    } catch (error) {
      well = false;
      console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
    } finally {
      await scene.close();
    }
  }
  return well;
}

main(process.argv.slice(2)).then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
