import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import { BLANK, type FixForm, type FixLine } from './fix-form';
import { button, postForm } from './form';
import type { UnderstoodLine } from './order-view';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { FIX_WORDS } from './words/fix';

/** Empty lines beneath those of the order. */
const MORE_LINES = 2;

type Shown = {
  viewer: Viewer;
  id: string;
  number: string;
  form: FixForm;
  /** What the order waits for. */
  asked: string | null;
  understood: ReadonlyMap<string, UnderstoodLine> | null;
  /** Dishes by name: a field for one offers them. */
  dishes: string[];
  problems: Problem[];
};

/** An order as a form: what was not clear is written right, and it goes out. */
export function fixPage(shown: Shown): Page {
  const { viewer, id, number, form, asked, dishes, problems } = shown;
  const words = FIX_WORDS[viewer.language];
  const title = words.title(`#${number}`);
  const body = html`<h1>${title}</h1>
  <p class="lead">${words.lead}</p>
  ${problems.length > 0 && refused(problems, words.refused)}
  ${asked !== null && html`<p class="asked"><strong>${words.asked}:</strong> ${asked}</p>`}
  ${postForm({
    action: `/orders/${id}/fix`,
    viewer,
    className: 'fix',
    body: html`${form.lines.map((line, index) => lineFields(line, index, shown))}
    ${moreLines(shown)}
    <p class="help">${words.empty}</p>
    <datalist id="dishes">${dishes.map((dish) => html`<option value="${dish}"></option>`)}</datalist>
    ${rest(form, viewer)}
    <div class="buttons">${button({ label: words.send, kind: 'main' })} <a class="button" href="/orders/${id}">${words.back}</a></div>`,
  })}`;
  return { title, here: 'orders', body };
}

function refused(problems: Problem[], title: string): Markup {
  const lines = problems.map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`);
  return html`<div class="note note-refused" role="alert"><p>${title}</p><ul>${lines}</ul></div>`;
}

function moreLines(shown: Shown): Markup {
  const { form, viewer } = shown;
  const lines = Array.from({ length: MORE_LINES }, (_, more) =>
    lineFields(BLANK, form.lines.length + more, shown),
  );
  return html`<details class="fold" id="more"><summary>${FIX_WORDS[viewer.language].more}</summary>${lines}</details>`;
}

function lineFields(line: FixLine, index: number, { understood, viewer }: Shown): Markup {
  const words = FIX_WORDS[viewer.language];
  const { status } = understood?.get(`items[${index}]`) ?? { status: 'sure' };
  const doubt = { sure: null, unsure: words.unsure, none: words.unknown }[status];
  const name = `items[${index}]`;
  return html`<fieldset class="sheet fix-line">
    <legend>${words.line(index + 1)}</legend>
    ${doubt !== null && html`<p class="mark mark-${status}" id="doubt-${index}">${doubt}</p>`}
    <div class="fix-quantity">${field(`${name}[quantity]`, words.quantity, html` inputmode="decimal" value="${line.quantity}"`)}</div>
    <div class="fix-name">${field(`${name}[name]`, words.name, html` list="dishes" maxlength="200" value="${line.name}"`)}</div>
    <div class="fix-options">${field(`${name}[options_text]`, words.options, html` placeholder="${words.optionsHelp}" value="${line.options_text}"`)}</div>
    <div class="fix-note">${field(`${name}[notes]`, words.note, html` maxlength="1000" value="${line.notes}"`)}</div>
  </fieldset>`;
}

function rest({ wanted, allergy_note, notes }: FixForm, { language }: Viewer): Markup {
  const words = FIX_WORDS[language];
  return html`<div class="sheet">
    ${field('wanted', words.wanted, html` type="datetime-local" value="${wanted}"`)}
    <p class="help">${words.wantedHelp}</p>
    ${field('allergy_note', words.allergy, html` maxlength="500" value="${allergy_note}"`)}
    ${field('notes', words.notes, html` maxlength="2000" value="${notes}"`)}
  </div>`;
}

function field(name: string, label: string, attributes: Markup): Markup {
  const id = name.replaceAll(/\W+/g, '-');
  return html`<label for="${id}">${label}</label><input id="${id}" name="${name}" autocomplete="off"${attributes}>`;
}
