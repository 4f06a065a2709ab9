import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';

/** What of a form was refused, each field by its name; nothing where all was taken. */
export function refusals(problems: readonly Problem[], title: string): Markup | null {
  if (problems.length === 0) return null;
  const lines = problems.map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`);
  return html`<div class="note note-refused" role="alert"><p>${title}</p><ul>${lines}</ul></div>`;
}
