export { html, Markup } from '../order/html';
