import { readFileSync, writeFileSync } from 'node:fs';
import type { Machine } from './machine';
import { amount, type Section, toMarkdown } from './section';

/** Puts a suite's section in the place that results.md keeps for it; what people wrote around it stays. */
export function writeResult(
  file: string,
  section: Section,
  run: { command: string; machine: Machine },
): void {
  const text = readFileSync(file, 'utf8');
  const { command, machine } = run;
  const facts = `\`${command}\`, ${new Date().toISOString().slice(0, 16)}Z; ${machine.text}; ${amount(machine.syncsPerSecond)} fdatasync a second.`;
  writeFileSync(file, replaceSection(text, section.suite, `${toMarkdown(section)}\n\n${facts}`));
}

/** The text between this suite's marks; they also say which command writes it. */
export function replaceSection(text: string, suite: string, inside: string): string {
  const begin = new RegExp(`<!-- ${suite}: npm run [a-z]+ writes this -->\\n`).exec(text);
  const from = begin ? begin.index + begin[0].length : -1;
  const to = text.indexOf(`\n<!-- /${suite} -->`, from);
  if (from < 0 || to < 0) throw new Error(`results.md has no place for ${suite}: its marks are missing.`);
  return text.slice(0, from) + inside + text.slice(to);
}
