import { indented, withAmount, wrap } from '../../order/ticket-layout';
import type { Block, BlockOf, Line } from './blocks';

type Renderers = { [Kind in Block['kind']]: (block: BlockOf<Kind>, width: number) => string[] };

/** How each block reads as plain text on paper of so many characters a line. */
const RENDER: Renderers = {
  banner: ({ title, text }, width) => {
    const rule = '*'.repeat(width);
    return [rule, ...wrap(text ? `${title}${/\w$/.test(title) ? ':' : ''} ${text}` : title, width), rule];
  },
  title: ({ over, text, aside }, width) => [...wrap(over, width), ...withAmount(text, aside, width)],
  wanted: ({ label, when, day, said, urgent }, width) => [
    ...wrap(`${label}: ${when}`, width),
    ...(day ? wrap(urgent ? `*** ${day} ***` : day, width) : []),
    ...(said ? indented(`"${said}"`, width) : []),
  ],
  heading: ({ text }, width) => ['', ...wrap(text.toUpperCase(), width), '-'.repeat(width)],
  paragraph: ({ text }, width) => wrap(text, width),
  facts: ({ facts }, width) => facts.flatMap(({ label, value }) => wrap(`${label}: ${value}`, width)),
  lines: ({ lines }, width) => lines.flatMap((line) => lineOf(line, width)),
  amounts: ({ amounts }, width) => [
    '-'.repeat(width),
    ...amounts.flatMap(({ name, amount }) => withAmount(name, amount, width)),
  ],
  counts: ({ counts }, width) => counts.flatMap(({ label, value }) => withAmount(label, value, width)),
  buttons: ({ buttons, note }, width) => [
    '',
    // An address is never broken: a mail program would open half of it.
    ...buttons.flatMap(({ label, url }) => [...wrap(`${label}:`, width), url]),
    ...wrap(note, width),
  ],
};

/** A mail as plain text, fit to be printed on the shop's receipt paper. */
export function toText(mail: { blocks: Block[]; footer: string; width: number }): string {
  const { blocks, footer, width } = mail;
  const body = blocks.flatMap((block) => render(block, width));
  return [...body, '', ...wrap(footer, width), ''].join('\n');
}

function render<Kind extends Block['kind']>(block: BlockOf<Kind>, width: number): string[] {
  return RENDER[block.kind as Kind](block, width);
}

function lineOf({ lead, name, amount, details }: Line, width: number): string[] {
  return [
    ...withAmount(`${lead} ${name}`, amount ?? '', width),
    ...details.flatMap(({ text }) => indented(text, width)),
  ];
}
