import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrderText } from '../../src/menu/parse';
import type { Menu } from '../../src/menu/schema';
import { compare, interleave } from '../interleave';
import { thousandDishes } from '../match/menu';
import { KINDS, type Phrase, phrasesOf } from '../match/phrases';
import { median, type Side } from '../pairs';
import { amount, type Row, type Section, toRow } from '../section';
import type { Scene } from './scene';

const MOST_MICROSECONDS = 150;
const LEAST_OF_FUSE = 100;
/** Fuse takes so long that it gets every so many-th phrase. */
const FUSE_EVERY = 100;
const WARM_UP = 3;

/** The ids of the dishes that a phrase names, at most as many as are meant. */
type Find = (phrase: Phrase) => string[];

/** What reading a phrase costs and how often it finds the dish, beside libraries that search. */
export async function match(scene: Scene): Promise<Section> {
  const menu = thousandDishes();
  const phrases = phrasesOf(menu);
  const few = phrases.filter((_, at) => at % FUSE_EVERY < KINDS.length);
  const finds = { reader: byReader(menu), fuse: byFuse(menu), search: byMiniSearch(menu) };
  for (let round = 0; round < WARM_UP; round++) timesOf(phrases, finds.reader);
  const sides: Record<Side, () => number> = {
    a: () => median(timesOf(few, finds.fuse)),
    b: () => median(timesOf(few, finds.reader)),
  };
  const runs = await interleave(scene.options.pairs, {
    run: async (side) => sides[side](),
    steadiness: (time) => time,
  });
  const ours = Array.from({ length: scene.options.pairs }, () => timesOf(phrases, finds.reader));
  const each = phrases.map((phrase, at) => ({ phrase, time: median(ours.map((times) => times[at] ?? 0)) }));
  return {
    suite: 'match',
    title: 'match: a phrase among 1,000 dishes',
    setting: `A menu of ${menu.items.length.toLocaleString('en-US')} dishes in two sizes with options; ${phrases.length} phrases, as many said well, misspelt (a letter too few, twice, or two changed) and with three dishes in a sentence. The reader answers with lines, numbers, sizes, options and questions; the libraries only search the names for the words: fuse.js wherever in a name they stand, MiniSearch with \`fuzzy: 0.2\` and \`prefix\`. A dish is found where it is among the first results, as many as dishes are meant.`,
    rows: [
      timeRow(
        'a phrase, median of the mix',
        each.map(({ time }) => time),
        MOST_MICROSECONDS,
      ),
      ...KINDS.map((kind) =>
        timeRow(
          `${kind}, median`,
          each.flatMap(({ phrase, time }) => (phrase.kind === kind ? time : [])),
          kind === 'misspelt' ? MOST_MICROSECONDS : null,
        ),
      ),
      toRow(
        'time for a phrase, fuse.js / reader',
        compare(runs, (time) => time),
        {
          goal: { least: LEAST_OF_FUSE },
          unit: 'µs',
        },
      ),
      ...foundRows({ phrases, few, finds }),
    ],
  };
}

function byReader(menu: Menu): Find {
  const index = buildMenuIndex(menu);
  return ({ said }) => parseOrderText(said, index).items.map(({ match: { item_id } }) => item_id ?? '');
}

function byFuse(menu: Menu): Find {
  const fuse = new Fuse(menu.items, { keys: ['name'], ignoreLocation: true });
  return ({ said, dishes }) => fuse.search(said, { limit: dishes.length }).map(({ item }) => item.id);
}

function byMiniSearch(menu: Menu): Find {
  const search = new MiniSearch({ fields: ['name'], searchOptions: { fuzzy: 0.2, prefix: true } });
  search.addAll(menu.items.map(({ id, name }) => ({ id, name })));
  return ({ said, dishes }) =>
    search
      .search(said)
      .slice(0, dishes.length)
      .map(({ id }) => String(id));
}

/** Microseconds for each phrase. */
function timesOf(phrases: Phrase[], find: Find): number[] {
  return phrases.map((phrase) => {
    const from = performance.now();
    find(phrase);
    return (performance.now() - from) * 1000;
  });
}

function timeRow(what: string, times: number[], most: number | null): Row {
  const middle = median(times);
  const goal = most === null ? '' : `≤ ${most} µs`;
  return { what, measured: `${amount(middle)} µs`, goal, met: most === null ? null : middle <= most };
}

type Finding = { phrases: Phrase[]; few: Phrase[]; finds: Record<'reader' | 'fuse' | 'search', Find> };

/** How many dishes are found by whom; the reader must find as many as the search does. */
function foundRows({ phrases, few, finds }: Finding): Row[] {
  const rows = KINDS.map((kind): Row => {
    const some = phrases.filter((phrase) => phrase.kind === kind);
    const [reader, search] = [countFound(some, finds.reader), countFound(some, finds.search)];
    const measured = `${share(reader)}; MiniSearch ${share(search)}`;
    return {
      what: `dishes found, ${kind}`,
      measured,
      goal: '≥ MiniSearch',
      met: reader.found >= search.found,
    };
  });
  const fuse = share(countFound(few, finds.fuse));
  return [
    ...rows,
    { what: 'dishes found by fuse.js, of the phrases it gets', measured: fuse, goal: '', met: null },
  ];
}

type Count = { found: number; meant: number };
const share = ({ found, meant }: Count) => `${found} of ${meant}`;

function countFound(phrases: Phrase[], find: Find): Count {
  const counts = phrases.map((phrase) => {
    const ids = find(phrase);
    return phrase.dishes.filter(({ id }) => ids.includes(id)).length;
  });
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  return { found: sum(counts), meant: sum(phrases.map(({ dishes }) => dishes.length)) };
}
