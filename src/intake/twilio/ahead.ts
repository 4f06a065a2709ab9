import type { Desk, Quote } from './desk';
import type { Draft } from './draft';
import { toOrderInput } from './order-input';
import { phrasesOf } from './phrases';
import { type Asking, nextQuestion, questionText, serviceOf } from './questions';
import { detailsOf, linesOf } from './read-back';
import type { Talk, Turn } from './talk';
import { timed } from './wanted';

/** What each problem of an order leads to: another dish, another address, another time, more of it, or the end of the talk. */
const AFTER: Record<string, 'instead' | 'area' | 'time' | 'more' | 'end'> = {
  sold_out: 'instead',
  unknown_item: 'instead',
  out_of_area: 'area',
  below_min: 'more',
  too_soon: 'time',
  closed: 'time',
  paused: 'end',
};

/** Takes the order a step on: the next thing to ask, or the whole of it read back with its total. */
export async function ahead(talk: Talk, desk: Desk): Promise<Turn> {
  const { shop, menu } = desk;
  const phrases = phrasesOf(talk);
  const draft = { ...talk.draft, said_at: talk.draft.said_at ?? desk.now };
  if (draft.items.length === 0)
    return listen({ ...talk, draft, phase: 'ordering', asking: null }, phrases.nothingLeft);
  const asking = nextQuestion(draft, { shop, hasMenu: menu !== null, phrases });
  if (asking) return ask({ ...talk, draft }, asking);
  const time = timed({ ...talk, draft }, desk);
  const known = { ...talk, draft: time.draft };
  if (time.asking) return ask(known, time.asking);
  const order = toOrderInput(known, { location_id: shop.id, service: serviceOf(draft, shop) });
  const quote = await desk.quote(order, talk.language);
  return obstacle(known, quote) ?? readBack(known, quote, desk);
}

export const listen = (talk: Talk, say: string): Turn => ({ talk, say, next: 'listen' });

function ask(talk: Talk, asking: Asking): Turn {
  return listen({ ...talk, phase: 'ordering', asking }, questionText(asking, phrasesOf(talk)));
}

/** What stands between the order and its reading back; null where nothing does. */
function obstacle(talk: Talk, { problems, questions }: Quote): Turn | null {
  const [problem] = problems;
  if (problem) {
    const { say } = problem;
    const line = lineOf(problem.path, talk.draft);
    const after = AFTER[problem.code] ?? 'end';
    if (after === 'instead' && line !== null) return ask(talk, { about: 'instead', line, say });
    if (after === 'area') return ask(talk, { about: 'area', say });
    if (after === 'time')
      return ask(talk, { about: 'time', say: `${say} ${phrasesOf(talk).time}`, choices: [] });
    const open: Talk = { ...talk, phase: 'ordering', asking: null };
    return after === 'more' ? listen(open, say) : { talk: open, say, next: 'hang up' };
  }
  const [question] = questions;
  if (!question) return null;
  const { path, say, choices } = question;
  if (path.startsWith('delivery')) return ask(talk, { about: 'postal_code', say });
  const doubt = { said: '', question: say, choices };
  return ask(talk, { about: 'required', line: lineOf(path, talk.draft) ?? 0, doubt });
}

function readBack(talk: Talk, { say, order }: Quote, { shop, menu, now }: Desk): Turn {
  const phrases = phrasesOf(talk);
  const lines = linesOf(talk, menu);
  const details = detailsOf(talk, { shop, now, service: serviceOf(talk.draft, shop) });
  const next: Talk = { ...talk, phase: 'confirming', asking: null, ready: order };
  return listen(next, [phrases.readBack(lines), ...details, say, phrases.confirm].join(' '));
}

/** Which line a path is about. */
function lineOf(path: string, { items }: Draft): number | null {
  const line = Number(/^items\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
  return line < items.length ? line : null;
}
