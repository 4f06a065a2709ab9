import { readFileSync } from 'node:fs';
import { type ReadText, unread } from '../../intake/receptionist/reading';
import { readMenuFile } from '../../menu/import/file';
import { buildMenuIndex, type MenuIndex } from '../../menu/menu-index';
import { parseOrderText } from '../../menu/parse';
import { parseMenu } from '../../menu/schema';
import { InputProblems } from '../../order/problems';
import type { ShopSettings } from '../../order/shop';

/** The menu of a file, to understand what was said. Throws `InputProblems`. */
export function loadMenu(file: string, shop: ShopSettings): MenuIndex {
  const read = readMenuFile(file, readFileSync(file, 'utf8'), shop.currency);
  if (read.kind === 'menu') return buildMenuIndex(read.menu);
  if (read.kind === 'json') return buildMenuIndex(parseMenu(read.input, shop));
  const message = 'holds ids only, no dishes with their sizes; give the menu itself.';
  throw new InputProblems([{ path: '--menu', message }]);
}

/** Without a menu a sentence travels as it was said: the kitchen reads it. */
export function reading(menu: MenuIndex | null): ReadText {
  return async (text) => {
    if (!menu) return unread(text);
    const parsed = parseOrderText(text, menu);
    return { ...parsed, requested_text: parsed.requested_at };
  };
}
