import { parseArgs } from 'node:util';
import { type Environment, processEnvironment } from '../../server/config';
import type { DatedNight, Rehearsal } from '../../server/rehearsal';
import type { ConnectionAnswer, Page } from '../api-answers';
import { must, openDoorOf } from '../door';

type Options = { args: string[]; environment?: Environment; say?: (line: string) => void };
type RehearsalAnswer = Rehearsal & { mode: 'live' | 'rehearsal' };

const text = { type: 'string' } as const;
const FLAGS = {
  url: text,
  key: text,
  connection: text,
  json: { type: 'boolean', default: false },
} as const;

/** `orderwire rehearsal`: how the nights of each connection went. Resolves to the exit code: 1 where the last one is not clean. */
export async function rehearsal(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log } = options;
  const { values } = parseArgs({ args, options: FLAGS });
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const { data } = must<Page<ConnectionAnswer>>(await door.call('GET', '/v1/connections'));
    const meant = data.filter(({ id }) => values.connection === undefined || id === values.connection);
    if (meant.length === 0) {
      say('There is no such connection; connect a POS first: orderwire connect');
      return 1;
    }
    let open = false;
    for (const { id, name } of meant) {
      const answer = must<RehearsalAnswer>(await door.call('GET', `/v1/connections/${id}/rehearsal`));
      open ||= answer.mode === 'rehearsal' && !answer.ready;
      for (const line of values.json ? [JSON.stringify(answer)] : shown(name, answer)) say(line);
    }
    return open ? 1 : 0;
  } finally {
    await door.close();
  }
}

function shown(name: string, { mode, ready, tonight, nights }: RehearsalAnswer): string[] {
  const state = mode === 'live' ? 'live' : 'in rehearsal: nothing is sent';
  const next = mode === 'rehearsal' && ready ? ['The last night was clean: you can go live.'] : [];
  return [
    `${name} is ${state}.`,
    ...nightLines('Tonight so far', tonight),
    ...nights.flatMap((night) => nightLines(night.business_day, night)),
    ...next,
    '',
  ];
}

function nightLines(title: string, { orders, good, compared, to_fix }: DatedNight): string[] {
  const right = compared ? 'exactly as rung up' : 'right';
  const fix = to_fix.flatMap(({ number, findings }) =>
    findings.map(({ message }) => `  #${number}: ${message}`),
  );
  return [`${title}: ${orders} orders, ${good} ${right}, ${to_fix.length} to fix`, ...fix];
}
