import { spokenMoney } from '../../order/money';
import type { Shop } from '../../order/shop';
import { wallClock } from '../../order/time';
import type { Link } from './alert-kinds';
import type { Block, Count, Fact, Line } from './blocks';
import { buttonsOf } from './buttons';
import {
  countOf,
  type DailySummary,
  difference,
  minutesToKitchen,
  needsSomebody,
  type SummaryRow,
} from './daily-summary';
import { type Mail, toMail } from './mail';
import { messageId } from './message-id';
import { localeOf, type Texts, textsFor } from './texts';
import { clockText } from './wanted';

/** Gmail cuts a mail at about 100 KB: the rest of a very long day is on the pages. */
const MOST_ROWS = 120;

/** What came in a day, what reached the kitchen and when, what did not and why, told versus charged. */
export function dailySummaryMail(input: { shop: Shop; summary: DailySummary; links?: Link[] }): Mail {
  const { shop, summary, links = [] } = input;
  const { date, rows } = summary;
  const texts = textsFor(shop.language);
  const { day } = wallClock(`${date}T12:00:00Z`, { timezone: 'UTC', locale: localeOf(shop) });
  const open = rows.filter(needsSomebody);
  const others = rows.filter((row) => !needsSomebody(row));
  const more = others.length - MOST_ROWS;
  return toMail({
    shop,
    subject: `${texts.summaryOf(day)}: ${texts.summaryLine(rows.length, open.length)} (${shop.name})`,
    blocks: [
      { kind: 'title', over: shop.name, text: texts.summaryOf(day), aside: '' },
      verdict(rows, open, texts),
      { kind: 'counts', counts: counts(rows, texts) },
      ...list(texts.notInKitchen, open, { shop, texts }),
      ...moneyBlocks(rows, { shop, texts }),
      ...list(open.length > 0 ? texts.otherOrders : texts.allOrders, others.slice(0, MOST_ROWS), {
        shop,
        texts,
      }),
      ...(more > 0 ? [{ kind: 'paragraph', text: texts.andMore(more) } as const] : []),
      ...buttonsOf(links, texts),
    ],
    messageId: messageId({ purpose: 'summary', about: [shop.id, shop.name, shop.email ?? '', date] }),
  });
}

type Words = { shop: Shop; texts: Texts };

function verdict(rows: SummaryRow[], open: SummaryRow[], texts: Texts): Block {
  if (open.length > 0) return { kind: 'banner', tone: 'alarm', title: texts.someMissing(open.length) };
  return { kind: 'banner', tone: 'good', title: rows.length > 0 ? texts.allWell : texts.noOrders };
}

function counts(rows: SummaryRow[], texts: Texts): Count[] {
  return [
    { label: texts.ordersCame, value: String(rows.length) },
    { label: texts.outcomes.in_pos, value: String(countOf(rows, 'in_pos')) },
    { label: texts.outcomes.by_hand, value: String(countOf(rows, 'by_hand')) },
    { label: texts.notInKitchen, value: String(countOf(rows, 'waiting', 'failed')) },
  ];
}

function list(title: string, rows: SummaryRow[], words: Words): Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'lines', lines: rows.map((row) => orderRow(row, words)) },
  ];
}

/** `#14  6:31 PM → 6:33 PM, 2 min`, told and charged on the right, and below what became of it. */
function orderRow(row: SummaryRow, { shop, texts }: Words): Line {
  const { number, placed_at, kitchen_at, currency, told, pos_total, outcome, reason } = row;
  const minutes = minutesToKitchen(row);
  const arrived = kitchen_at === null ? '' : ` → ${clockText(kitchen_at, shop)}, ${minutes} min`;
  const gap = difference(row);
  const money = (minor: number | null) => (minor === null ? '?' : spokenMoney(minor, currency));
  const differs = gap ? [texts.toldButCharged(money(told), money(pos_total))] : [];
  const became = reason ? `${texts.outcomes[outcome]}: ${reason}` : texts.outcomes[outcome];
  return {
    lead: `#${number}`,
    name: `${clockText(placed_at, shop)}${arrived}`,
    amount: money(pos_total ?? told),
    details: [
      { text: became, as: needsSomebody(row) ? 'without' : 'note' },
      ...differs.map((text) => ({ text, as: 'option' as const })),
    ],
  };
}

/** Sums over the orders of which both prices are known, in the shop's own currency. */
function moneyBlocks(rows: SummaryRow[], { shop, texts }: Words): Block[] {
  const known = rows.filter((row) => difference(row) !== null && row.currency === shop.currency);
  if (known.length === 0) return [];
  const sum = (of: (row: SummaryRow) => number | null) =>
    spokenMoney(
      known.reduce((total, row) => total + (of(row) ?? 0), 0),
      shop.currency,
    );
  const facts: Fact[] = [
    { label: texts.toldTo, value: sum((row) => row.told) },
    { label: texts.charged, value: sum((row) => row.pos_total) },
    { label: texts.differenceLabel, value: sum(difference) },
  ];
  return [
    { kind: 'heading', text: texts.toldVersusCharged(known.length) },
    { kind: 'facts', facts },
  ];
}
