import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';

type Choice = {
  /** The page that it is chosen on. */
  action: string;
  shop: Pick<Shop, 'id'>;
  shops: readonly Pick<Shop, 'id' | 'name'>[];
  words: { shop: string; showShop: string };
  /** Values that go along unseen. */
  hidden?: Record<string, string>;
};

/** Which shop a page is about; nothing where there is one. */
export function shopChoice({ action, shop, shops, words, hidden = {} }: Choice): Markup | null {
  if (shops.length < 2) return null;
  const options = shops.map(
    ({ id, name }) => html`<option value="${id}"${id === shop.id && html` selected`}>${name}</option>`,
  );
  return html`<form method="get" action="${action}" class="choice">
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <label for="shop">${words.shop}</label>
    <select id="shop" name="shop">${options}</select>
    <button class="button">${words.showShop}</button>
  </form>`;
}
