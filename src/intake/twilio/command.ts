/** What a manager can text, and what stands behind it. */
const FORMS = {
  pause: /^pause(?:\s+(?<rest>\d{1,4}))?(?:\s*min(?:ute)?s?)?$/i,
  resume: /^resume$/i,
  sold_out: /^86\s+(?<rest>.+)$/i,
  back: /^back\s+(?<rest>.+)$/i,
  open: /^open\s+#?(?<rest>\d{1,6})$/i,
  done: /^done\s+#?(?<rest>\d{1,6})$/i,
  cancel: /^cancel\s+#?(?<rest>\d{1,6})$/i,
  status: /^status$/i,
} as const satisfies Record<string, RegExp>;
export type CommandName = keyof typeof FORMS;
/** `rest`: the minutes, the dish or the number of the order; empty where there is none. */
export type Command = { name: CommandName; rest: string };

/** The command in a message of a manager; null where it is something else: managers order too. */
export function readCommand(text: string): Command | null {
  const plain = text.trim().replace(/[.!]+$/, '');
  for (const [name, form] of Object.entries(FORMS)) {
    const found = form.exec(plain);
    if (found) return { name: name as CommandName, rest: found.groups?.rest?.trim() ?? '' };
  }
  return null;
}
