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

/** The text between this suite's marks. */
export function replaceSection(text: string, suite: string, inside: string): string {
  const begin = `<!-- ${suite}: npm run bench writes this -->\n`;
  const end = `\n<!-- /${suite} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`results.md has no place for ${suite}: its marks are missing.`);
  return text.slice(0, from + begin.length) + inside + text.slice(to);
}
