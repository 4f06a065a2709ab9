import { html, type Markup } from '../order/html';
import { clockText } from './clock';
import type { Language } from './language';
import { POS_HEALTH_WORDS } from './words/pos-health';

/** What a probe of a shop's POS has just found; null: the shop has none. */
export type PosHealth = {
  pos: string;
  state: 'ok' | 'blocked' | 'silent' | 'asking';
  /** What the POS said where it is not well. */
  said: string | null;
  checkedAt: number | null;
  isRehearsed: boolean;
} | null;

/** Whether the POS answers, in a line: green only where a probe has said so. */
export function posHealth(
  health: PosHealth,
  { language, timezone }: { language: Language; timezone: string },
): Markup {
  const words = POS_HEALTH_WORDS[language];
  if (health === null) {
    return html`<div class="health health-none"><p><strong>${words.none}</strong></p><p class="help">${words.noneHelp}</p></div>`;
  }
  const { pos, state, said, checkedAt, isRehearsed } = health;
  const checked = checkedAt === null ? null : words.checkedAt(clockText(checkedAt, { language, timezone }));
  return html`<div class="health health-${state}">
  <p><strong>${words[state](pos)}</strong>${checked !== null && html` <span class="help">${checked}</span>`}</p>
  ${isRehearsed && html`<p class="tag">${words.rehearsal}</p>`}
  ${said !== null && state !== 'ok' && html`<p class="help">${said}</p>`}
</div>`;
}
