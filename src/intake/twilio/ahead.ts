import type { Desk, Quote } from './desk';
import type { Draft } from './draft';
import { toOrderInput } from './order-input';
import { type Phrases, phrasesOf } from './phrases';
import { type Asking, nextQuestion, questionText, serviceOf } from './questions';
import { detailsOf, linesOf } from './read-back';
import type { Talk, Turn } from './talk';

/** What each problem of an order leads to: another dish, another address, more of it, or the end of the talk. */
const AFTER: Record<string, 'instead' | 'area' | 'more' | 'end'> = {
  sold_out: 'instead',
  unknown_item: 'instead',
  out_of_area: 'area',
  below_min: 'more',
  too_soon: 'more',
  closed: 'end',
  paused: 'end',
};

/** Takes the order a step on: the next thing to ask, or the whole of it read back with its total. */
export async function ahead(talk: Talk, desk: Desk): Promise<Turn> {
  const { shop, menu } = desk;
  const phrases = phrasesOf[talk.channel];
  const { draft } = talk;
  if (draft.items.length === 0)
    return listen({ ...talk, phase: 'ordering', asking: null }, phrases.nothingLeft);
  const asking = nextQuestion(draft, { shop, hasMenu: menu !== null, phrases });
  if (asking) return ask(talk, asking, phrases);
  const order = toOrderInput(talk, { location_id: shop.id, service: serviceOf(draft, shop) });
  const quote = await desk.quote(order);
  return obstacle(talk, quote, phrases) ?? readBack(talk, quote, desk);
}

export const listen = (talk: Talk, say: string): Turn => ({ talk, say, next: 'listen' });

function ask(talk: Talk, asking: Asking, phrases: Phrases): Turn {
  return listen({ ...talk, phase: 'ordering', asking }, questionText(asking, phrases));
}

/** What stands between the order and its reading back; null where nothing does. */
function obstacle(talk: Talk, { problems, questions }: Quote, phrases: Phrases): Turn | null {
  const [problem] = problems;
  if (problem) {
    const { say } = problem;
    const line = lineOf(problem.path, talk.draft);
    const after = AFTER[problem.code] ?? 'end';
    if (after === 'instead' && line !== null) return ask(talk, { about: 'instead', line, say }, phrases);
    if (after === 'area') return ask(talk, { about: 'area', say }, phrases);
    const open: Talk = { ...talk, phase: 'ordering', asking: null };
    return after === 'more' ? listen(open, say) : { talk: open, say, next: 'hang up' };
  }
  const [question] = questions;
  if (!question) return null;
  const { path, say, choices } = question;
  if (path.startsWith('delivery')) return ask(talk, { about: 'postal_code', say }, phrases);
  const doubt = { said: '', question: say, choices };
  return ask(talk, { about: 'required', line: lineOf(path, talk.draft) ?? 0, doubt }, phrases);
}

function readBack(talk: Talk, { say, order }: Quote, { shop, menu }: Desk): Turn {
  const phrases = phrasesOf[talk.channel];
  const lines = linesOf(talk.draft, menu, talk.channel === 'sms' ? 'read' : 'heard');
  const details = detailsOf(talk.draft, serviceOf(talk.draft, shop));
  const next: Talk = { ...talk, phase: 'confirming', asking: null, ready: order };
  return listen(next, [phrases.readBack(lines), ...details, say, phrases.confirm].join(' '));
}

/** Which line a path is about. */
function lineOf(path: string, { items }: Draft): number | null {
  const line = Number(/^items\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
  return line < items.length ? line : null;
}
