import { CsvError, type Info, parse } from 'csv-parse/sync';
import { readPriceText } from '../../order/money';
import { InputProblems, type Problem } from '../../order/problems';
import type { Menu } from '../schema';
import { type Row, toMenu } from './draft';

/** What each column may be called, in small letters without blanks. */
const COLUMNS = {
  name: ['name', 'item', 'itemname', 'dish', 'product', 'productname', 'title'],
  size: ['size', 'variation', 'variationname', 'variant', 'portion'],
  price: ['price', 'amount', 'unitprice', 'baseprice'],
  category: ['category', 'categories', 'section', 'group'],
  aliases: ['aliases', 'alias', 'alsocalled', 'synonyms'],
  id: ['id', 'itemid', 'sku'],
  available: ['available', 'instock'],
} as const;
type Column = keyof typeof COLUMNS;
const NO = new Set(['no', 'n', 'false', '0', 'sold out', 'soldout']);

type Line = { record: Record<string, string>; info: Info };
type Header = { columns: Partial<Record<Column, string>>; vendors: [column: string, vendor: string][] };

/**
 * A spreadsheet of dishes as a menu: the first line names the columns, of which only `name` is needed. A column such as `square_id`
 * holds the POS's own ids. Throws `InputProblems` naming line and field.
 */
export function readCsvMenu(text: string, currency: string): Menu {
  const lines = linesOf(text);
  const [first] = lines;
  if (!first)
    throw new InputProblems([
      { path: 'line 2', message: 'is missing; below the names of the columns stands one dish a line.' },
    ]);
  const header = readHeader(Object.keys(first.record));
  const problems: Problem[] = [];
  const rows = lines.map((line) => toRow(line, { header, currency, problems }));
  const { menu, problems: more } = toMenu(rows, currency);
  if (problems.length + more.length > 0) throw new InputProblems([...problems, ...more]);
  return menu;
}

function linesOf(text: string): Line[] {
  try {
    const options = { columns: true, info: true, bom: true, trim: true, skip_empty_lines: true } as const;
    return parse(text, {
      ...options,
      delimiter: [',', ';', '\t'],
      relax_column_count_less: true,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputProblems([{ path: `line ${error.lines}`, message: `${error.message}.` }]);
  }
}

function readHeader(names: string[]): Header {
  const bare = new Map(names.map((name) => [name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''), name]));
  const found = Object.entries(COLUMNS).flatMap(([column, spellings]) => {
    const name = spellings.map((one) => bare.get(one)).find((one) => one !== undefined);
    return name === undefined ? [] : [[column, name] as const];
  });
  const columns: Header['columns'] = Object.fromEntries(found);
  if (columns.name === undefined) {
    const message = `names no column "name"; it has ${names.join(', ')}. Known are ${Object.keys(COLUMNS).join(', ')}.`;
    throw new InputProblems([{ path: 'line 1', message }]);
  }
  const rest = names.filter((name) => !Object.values(columns).includes(name));
  const vendors = rest.flatMap((name): [string, string][] => {
    const [, vendor] = /^(\w+)[ _]id$/i.exec(name) ?? [];
    return vendor ? [[name, vendor.toLowerCase()]] : [];
  });
  return { columns, vendors };
}

type Reading = { header: Header; currency: string; problems: Problem[] };

function toRow({ record, info }: Line, { header, currency, problems }: Reading): Row {
  const line = info.lines;
  const text = (column: Column) => record[header.columns[column] ?? ''] || null;
  const name = text('name');
  if (name === null)
    problems.push({ path: `line ${line}, name`, message: 'is missing; write what the dish is called.' });
  const pos = header.vendors.flatMap(([column, vendor]) =>
    record[column] ? [[vendor, record[column]]] : [],
  );
  return {
    line,
    name: name ?? '',
    category: text('category'),
    size: text('size'),
    sizeAliases: [],
    price: readPrice(text('price'), { line, currency, problems }),
    aliases: (text('aliases') ?? '')
      .split(/[;|]/)
      .map((one) => one.trim())
      .filter(Boolean),
    id: text('id'),
    available: !NO.has((text('available') ?? '').toLowerCase()),
    pos: Object.fromEntries(pos),
  };
}

type AtLine = { line: number; currency: string; problems: Problem[] };

/** No price at all: an open one. */
export function readPrice(text: string | null, { line, currency, problems }: AtLine): number | null {
  if (text === null) return null;
  try {
    return readPriceText(text, currency);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ path: `line ${line}, price`, message: `"${text}" ${error.message}; write 12.50.` });
    return null;
  }
}
