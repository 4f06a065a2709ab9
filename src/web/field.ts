import { html, Markup } from '../order/html';

export type InputField = {
  name: string;
  label: string;
  value?: string;
  help?: Markup | string | null;
  type?: 'text' | 'email' | 'tel' | 'password';
  /** Stands in the empty field. */
  example?: string;
  required?: boolean;
  /** By value: then one of them is picked. */
  choices?: readonly { value: string; label: string }[];
  maxLength?: number;
};

/** A labelled field of a form, with what it is and where to find it. */
export function inputField(field: InputField): Markup {
  const { name, label, help = null } = field;
  const id = name.replaceAll(/\W+/g, '-');
  const described = help !== null && help !== '' ? html` aria-describedby="${id}-help"` : new Markup('');
  return html`<div class="field"><label for="${id}">${label}</label>
    ${field.choices ? pick(field, id, described) : write(field, id, described)}
    ${help !== null && help !== '' && html`<p class="help" id="${id}-help">${help}</p>`}</div>`;
}

function write(field: InputField, id: string, described: Markup): Markup {
  const { name, value = '', type = 'text', example, required = false, maxLength = 500 } = field;
  return html`<input id="${id}" name="${name}" type="${type}" value="${value}" maxlength="${maxLength}"${example !== undefined && html` placeholder="${example}"`}${required && html` required`} autocomplete="off" autocapitalize="none" spellcheck="false"${described}>`;
}

function pick(
  { name, value = '', choices = [], required = false }: InputField,
  id: string,
  described: Markup,
): Markup {
  const options = choices.map(
    (one) =>
      html`<option value="${one.value}"${one.value === value && html` selected`}>${one.label}</option>`,
  );
  return html`<select id="${id}" name="${name}"${required && html` required`}${described}>${options}</select>`;
}
