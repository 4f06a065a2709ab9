import type { Degraded } from '../order/delivery';
import { optionPhrase } from '../order/option-text';
import type { DegradeRung } from '../order/shop';
import type { PosItem, PosOrder } from './pos-order';
import type { Vendor } from './vendor';

type Lesser = { order: PosOrder; degraded: Degraded[] };
type Context = {
  vendor: Pick<Vendor, 'openItems'>;
  settings: Record<string, string | undefined>;
  /** The POS's own words: lines that they name are changed, all lines where they name none. */
  refusal: string;
};

/**
 * The order in a form that asks less of the POS, for one it has refused: options as words, then whole lines as words, then one line
 * that carries the text. Nothing that was said is lost. Null where this rung changes nothing or this POS cannot take it.
 */
export function degrade(order: PosOrder, rung: DegradeRung, context: Context): Lesser | null {
  const refused = named(order, context.refusal);
  const takesWords =
    context.vendor.openItems === 'always' ||
    (context.vendor.openItems === 'fallback_item' && Boolean(context.settings.fallback_item_id));
  if (rung !== 'note' && !takesWords) return null;
  const lesser = RUNGS[rung](order, refused);
  return lesser.degraded.length > 0 ? lesser : null;
}

type Rung = (order: PosOrder, refused: Set<number>) => Lesser;

const RUNGS: Record<DegradeRung, Rung> = {
  note: (order, refused) => {
    const degraded: Degraded[] = [];
    const items = order.items.map((item, index) => {
      if (!refused.has(index)) return item;
      item.options.forEach((option, at) => {
        if (option.pos) degraded.push({ path: `items[${index}].options[${at}]`, rung: 'note' });
      });
      return withoutIds(item);
    });
    return { order: { ...order, items }, degraded };
  },
  open_item: (order, refused) => {
    const changes = (item: PosItem, index: number) => refused.has(index) && Boolean(item.pos);
    const items = order.items.map((item, index) =>
      changes(item, index) ? { ...withoutIds(item), pos: null, defaults: [], check: true } : item,
    );
    const degraded = order.items.flatMap((item, index) =>
      changes(item, index) ? [{ path: `items[${index}]`, rung: 'open_item' as const }] : [],
    );
    return { order: { ...order, items }, degraded };
  },
  attention: (order, refused) => {
    const lines = [...refused].flatMap((index) => inWords(order.items[index]));
    const attention: PosItem = {
      name: 'ATTENTION',
      quantity: '1',
      unit_price: 0,
      notes: lines.join('; '),
      allergy: false,
      menu_item_id: null,
      variation_id: null,
      options: [],
      check: true,
    };
    const kept = order.items.filter((_item, index) => !refused.has(index));
    const degraded = [...refused].map((index) => ({ path: `items[${index}]`, rung: 'attention' as const }));
    return { order: { ...order, items: [...kept, attention] }, degraded };
  },
};

const withoutIds = (item: PosItem): PosItem => ({
  ...item,
  options: item.options.map((option) => ({ ...option, pos: null })),
});

function inWords(item: PosItem | undefined): string[] {
  if (!item) return [];
  const options = item.options.map(optionPhrase).join(', ');
  return [
    [`${item.quantity} x ${item.name}`, options && `(${options})`, item.notes].filter(Boolean).join(' '),
  ];
}

/** The lines whose item or option the refusal names; all of them where it names none. */
function named({ items }: PosOrder, refusal: string): Set<number> {
  const said = refusal.toLowerCase();
  const all = items.map((_item, index) => index);
  const found = all.filter((index) => {
    const item = items[index];
    const names = item
      ? [item.name, item.pos ?? '', ...item.options.flatMap((one) => [one.name, one.pos ?? ''])]
      : [];
    return names.some((name) => name.length > 2 && said.includes(name.toLowerCase()));
  });
  return new Set(found.length > 0 ? found : all);
}
