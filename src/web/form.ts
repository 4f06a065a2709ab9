import { html, Markup } from '../order/html';
import type { Viewer } from './viewer';

/** The field of every form that carries its token. */
export const FORM_TOKEN = 'form_token';

type Form = {
  action: string;
  viewer: Pick<Viewer, 'formToken'>;
  body: Markup;
  /** Values that go along unseen. */
  hidden?: Record<string, string>;
  className?: string;
};

/** A form that changes something; without JavaScript it posts and is led on. */
export function postForm({ action, viewer, body, hidden = {}, className = '' }: Form): Markup {
  const values = Object.entries({ [FORM_TOKEN]: viewer.formToken, ...hidden });
  return html`<form method="post" action="${action}" class="${className}">
  ${values.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  ${body}
</form>`;
}

type Button = { label: string; kind?: 'plain' | 'main' | 'danger'; name?: string; value?: string };

/** A button of a form; `name` and `value` say which one was pressed. */
export function button({ label, kind = 'plain', name, value }: Button): Markup {
  const pressed = name === undefined ? new Markup('') : html` name="${name}" value="${value}"`;
  return html`<button class="button button-${kind}"${pressed}>${label}</button>`;
}
