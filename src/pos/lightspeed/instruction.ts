import { parseOption } from '../../order/option-text';
import { ACTIONS, type OrderOption } from '../../order/schema';

type Instruction = { action: OrderOption['action']; id: string };

/** A production instruction as the menu's `pos` holds it: its id, and what its own wording does ("No Onions" removes). */
export function instructionPos(name: string, id: string): string {
  return `instruction:${parseOption(name).action}:${id}`;
}

/** Reads `instructionPos`; undefined for a SKU. */
export function readInstruction(pos: string | null | undefined): Instruction | undefined {
  const [, word, id] = /^instruction:(\w+):(\d+)$/.exec(pos ?? '') ?? [];
  const action = ACTIONS.find((one) => one === word);
  return action && id ? { action, id } : undefined;
}
