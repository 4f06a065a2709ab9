import type { Bundle, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../src/order/problems';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { fieldOf } from '../src/zapier/order-fields';
import { type ReadingOutput, readingOutputFields, toReadingOutput } from '../src/zapier/reading-output';
import samples from '../src/zapier/samples.json';
import { shopField } from '../src/zapier/shop-field';

export const readOrderText = {
  key: 'read_order_text' as const,
  noun: 'Reading',
  display: {
    label: 'Read Order Text',
    description: "Shows what a guest's words order, held against the menu of the connection. Orders nothing.",
  },
  operation: {
    inputFields: [
      { ...fieldOf('order_text'), required: true },
      fieldOf('aliases'),
      shopField('Order API only: whose menu. Empty where the restaurant has one shop.'),
    ],
    outputFields: readingOutputFields,
    sample: samples.reading,
    perform: performRead,
  },
};

/** One reading, whatever was understood: a Zap goes on by Nothing Has to Be Asked. */
export async function performRead(
  z: ZObject,
  bundle: Bundle<Record<string, unknown>>,
): Promise<ReadingOutput[]> {
  return explain({ errors: z.errors, authData: bundle.authData }, async () => {
    const words = readText(bundle.inputData.order_text);
    if (words === undefined) throw new InputProblems([{ path: '', message: 'Fill in Order in Words.' }]);
    const { openMenuReader } =
      require('../src/zapier/menu-reader') as typeof import('../src/zapier/menu-reader');
    const { menu, parsed } = await openMenuReader({ z, bundle }).parse(words);
    return [toReadingOutput(words, menu, parsed)];
  });
}
