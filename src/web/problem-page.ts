import { html } from '../order/html';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { PROBLEM_WORDS } from './words/problem';

type Shown = {
  viewer: Viewer;
  /** Its kind, as the API names it. */
  kind: string;
  /** One sentence with the next step. */
  said: string;
};

/** What went wrong, and the way back. */
export function problemPage({ viewer, kind, said }: Shown): Page {
  const words = PROBLEM_WORDS[viewer.language];
  const title = words.title[kind] ?? words.otherTitle;
  const body = html`<div class="problem">
  <h1>${title}</h1>
  <p>${said}</p>
  <p><a class="button" href="/">${words.back}</a></p>
</div>`;
  return { title, here: null, body };
}
