import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const IMAGES = join(__dirname, '../../docs/images');

/** The pictures that the documents show: page, device and light. A page that is shown is one more line. */
const SHOWN = new Set([
  'sign-in-phone-light',
  'tonight-desktop-light',
  'tonight-phone-dark',
  'order-desktop-light',
  'order-tablet-dark',
  'order-that-waits-phone-light',
  'fix-tablet-light',
  'sold-out-phone-light',
]);

/** A picture of a page for the documents; taken anew with UPDATE_DOCS=1 only, as every machine draws letters a little differently. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.UPDATE_DOCS || !SHOWN.has(name)) return;
  mkdirSync(IMAGES, { recursive: true });
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}
