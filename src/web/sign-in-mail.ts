import { type Mail, toMail } from '../delivery/email/mail';
import { messageId } from '../delivery/email/message-id';
import type { Shop } from '../order/shop';
import { languageFor } from './language';
import { SIGN_IN_MAIL_WORDS } from './words/sign-in-mail';

type Link = { shop: Shop; address: string; url: string; at: number };

/** The mail with a link that signs in once. It goes to the one address that it was asked for with. */
export function signInMail({ shop, address, url, at }: Link): Mail {
  const words = SIGN_IN_MAIL_WORDS[languageFor({ shop: shop.language })];
  const mail = toMail({
    shop,
    subject: words.subject(shop.name),
    blocks: [
      { kind: 'heading', text: words.title },
      { kind: 'paragraph', text: words.asked },
      { kind: 'buttons', buttons: [{ label: words.button, url }], note: words.note },
      { kind: 'paragraph', text: words.ignore },
    ],
    messageId: messageId({ purpose: 'sign_in', about: [shop.id, at] }),
  });
  return { ...mail, to: [address] };
}
