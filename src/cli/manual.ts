/** What `orderwire <command> --help` tells. `says` is one sentence for the list of commands, and the first of its page. */
export type Manual = {
  usage: string[];
  says: string;
  /** What each flag does; those of the API are common to all that speak with it. */
  flags?: Record<string, string>;
  speaksWithApi?: true;
  /** When the exit code is 1; absent: only where it could not be done at all. */
  fails?: string;
  /** Other exit codes. */
  also?: string;
};

const API_FLAGS = {
  '--url ADDRESS': 'where the Order API runs, if not at HOST and PORT',
  '--key KEY': 'an API key, if not the one in ORDERWIRE_API_KEY',
};

const MANUALS = {
  serve: { usage: ['serve'], says: 'Take orders over HTTP (the Order API)' },
  sandbox: {
    usage: ['sandbox'],
    says: 'Five simulated POS systems, a kitchen screen and a mailbox, on this machine only',
  },
  connect: {
    usage: [
      'connect square',
      'connect toast --client_id … --json',
      'connect square --id con_1 --access_token …',
    ],
    says: 'Connect a shop to its POS, or repair a connection; what is not given is asked for',
    flags: {
      '--<field> VALUE': 'a credential or setting of that POS, as docs/vendors names it',
      '--id CONNECTION': 'change this one instead of making one',
      '--json': 'ask nothing, and print the connection for a machine',
      '--key KEY': 'an admin key, if not the one in ORDERWIRE_API_KEY',
    },
    fails: 'the POS does not let this connection create orders',
  },
  menu: {
    usage: [
      'menu sync                               read the menu that the POS has',
      'menu import FILE…                       from .csv, .txt (menu_reference) or .json',
      'menu match "large peperoni" "a coke" …  what words mean on the menu, and why',
      'menu aliases [list|export|import FILE]  words that guests use',
    ],
    says: 'Bring a menu in and keep it right',
    flags: {
      '--location SHOP': 'which shop, where there are several',
      '--connection CONNECTION': 'sync: which POS',
      '--add': 'import: keep what the file does not name',
      '--dry-run': 'sync, import: only show what would change',
    },
    speaksWithApi: true,
    fails: 'something of it could not be read or kept',
  },
  orders: {
    usage: ['orders show 14'],
    says: 'What became of an order, in plain words: by its ticket number of today, id or reference',
    flags: { '--json': 'the order and its history for a machine' },
    speaksWithApi: true,
    fails: 'there is no such order',
  },
  'test-order': {
    usage: ['test-order --connection con_1 --type pickup'],
    says: 'A small order marked TEST DO NOT MAKE, to the printer and back',
    flags: {
      '--connection CONNECTION': 'which, where there are several',
      '--type TYPE': 'pickup (as without it) or delivery',
      '--yes': 'ask nobody whether it printed',
      '--json': 'the steps for a machine; asks nobody either',
    },
    speaksWithApi: true,
    fails: 'a step failed',
  },
  replay: {
    usage: ['replay 14', 'replay --from 2026-11-27T18:00 --to 2026-11-27T19:30'],
    says: 'Send again what is nowhere; first only the plan is shown',
    flags: {
      '--from TIME, --to TIME': "when the orders came; without a zone the shop's own time",
      '--location SHOP': 'only of this shop',
      '--connection CONNECTION': 'only to this POS',
      '--run': 'send it',
    },
    speaksWithApi: true,
    fails: 'an order is still nowhere, or the POS could not be asked',
  },
  import: {
    usage: ['import receptionist.db'],
    says: "A receptionist's database into the Order API, as history; it may be run again",
    flags: { '--dry-run': 'only look' },
    speaksWithApi: true,
    fails: 'a call could not be taken, and is named',
  },
  bridge: {
    usage: ['bridge --db receptionist.db --to https://hooks.zapier.com/…'],
    says: "A receptionist's orders to a Zapier or Make hook, nothing hosted",
    flags: {
      '--once': 'read and send once, then leave (for cron)',
      '--all': 'at the very first run: also what was written before',
      '--since TIME': "at the very first run: also what was written since then, the shop's time",
      '--number NUMBER': 'only calls to this number, where the file serves several restaurants',
      '--menu FILE': 'a menu (menu_reference.txt, .csv or .json) by which spoken orders are understood',
      '--outbox FILE': 'where orders wait (beside the database: receptionist.bridge.db)',
      '--secret-file FILE': 'what messages are signed with (beside the outbox; made at the first run)',
    },
    fails: 'with --once: something is left',
    also: '3: the receiver answered 410 and wants no more',
  },
  demo: {
    usage: ['demo'],
    says: 'A phone order becomes a ticket in five kitchens',
    flags: { '--keep': 'leave it running, to look at' },
    fails: 'a kitchen did not get its ticket',
  },
  rehearsal: {
    usage: ['rehearsal'],
    says: 'How rehearsal nights went: what would have come out right, and what is to fix',
    flags: { '--connection CONNECTION': 'only this one', '--json': 'the nights for a machine' },
    speaksWithApi: true,
    fails: 'a connection in rehearsal has no clean last night',
  },
  doctor: {
    usage: ['doctor'],
    says: 'Check this set-up and say how to repair it',
    flags: {
      '--sandbox': 'against simulators instead of the real POS and mail server',
      '--json': 'the findings for a machine',
    },
    fails: 'a line says FAIL',
  },
} satisfies Record<string, Manual>;
export type CommandName = keyof typeof MANUALS;
export const COMMAND_NAMES = Object.keys(MANUALS) as CommandName[];

/** Every command in a line. */
export function contents(): string {
  const width = Math.max(...Object.keys(MANUALS).map((name) => name.length));
  const lines = Object.entries(MANUALS).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`);
  return [
    'Usage: orderwire <command>',
    '',
    ...lines,
    '',
    'orderwire <command> --help says more. Settings come from the environment or a .env file: see README.',
  ].join('\n');
}

/** The page of one command. */
export function manualOf(name: CommandName): string {
  const { usage, says, flags = {}, speaksWithApi, fails, also }: Manual = MANUALS[name];
  const all = { ...flags, ...(speaksWithApi && API_FLAGS) };
  const width = Math.max(0, ...Object.keys(all).map((flag) => flag.length));
  const [first, ...others] = usage.map((line) => `orderwire ${line}`);
  return [
    `Usage: ${first}`,
    ...others.map((line) => `       ${line}`),
    '',
    `${says}.`,
    ...(width > 0
      ? ['', ...Object.entries(all).map(([flag, what]) => `  ${flag.padEnd(width)}  ${what}`)]
      : []),
    '',
    `Exit code 0: done. 1: ${fails ?? 'it could not be done'}. 2: the command was mistyped.${also ? ` ${also}.` : ''}`,
  ].join('\n');
}
