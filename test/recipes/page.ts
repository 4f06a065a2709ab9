/** A field as a person fills it in: its label, and what is typed, chosen or mapped (`{{1. Body}}`). */
export type Filled = { label: string; value: string };
/** A step of a Zap: "Twilio" and "New SMS", its fields, and those that one POS asks for beside them. */
export type ZapStep = {
  number: number;
  app: string;
  operation: string;
  fields: Filled[];
  own: Record<string, Filled[]>;
};
/** A page of docs/recipes, as far as a program can follow it. */
export type Page = { title: string; facts: Record<string, string>; steps: ZapStep[]; settings: Filled[] };

const STEP = /^## (\d+)\. (.+?): (.+)$/;
const OWN = /^### With (\w+)$/;
const ROW = /^\| (.+?) \| (.+?) \|$/;

/** Reads a recipe as a newcomer would: the facts in the first table, then each step with the table below it. */
export function readPage(markdown: string): Page {
  const page: Page = { title: '', facts: {}, steps: [], settings: [] };
  let table: Filled[] = [];
  const facts = table;
  for (const line of markdown.split('\n')) {
    const [, number, app = '', operation = ''] = STEP.exec(line) ?? [];
    if (line.startsWith('# ')) page.title = line.slice(2);
    else if (number) {
      table = [];
      page.steps.push({ number: Number(number), app, operation, fields: table, own: {} });
    } else if (OWN.test(line)) {
      table = [];
      const [, pos = ''] = OWN.exec(line) ?? [];
      Object.assign(page.steps.at(-1)?.own ?? {}, { [pos]: table });
    } else if (line === '## Settings') table = page.settings;
    else if (line.startsWith('## ')) table = [];
    else table.push(...readRow(line));
  }
  return { ...page, facts: Object.fromEntries(facts.map(({ label, value }) => [label, value])) };
}

function readRow(line: string): Filled[] {
  const [, label = '', value = ''] = ROW.exec(line) ?? [];
  const isData = label !== '' && !/^-+$/.test(label) && label !== 'field';
  return isData ? [{ label: unquoted(label), value: unquoted(value) }] : [];
}

function unquoted(cell: string): string {
  return cell.replace(/^`(.*)`$/, '$1');
}
