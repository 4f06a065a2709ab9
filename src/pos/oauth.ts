import type { LoginContext, Token } from './vendor';

/** An application that merchants let in, as the vendor knows it. */
export type OAuthClient = { client_id: string; client_secret: string };
/** Where the merchant's account lives. */
export type OAuthPlace = Pick<LoginContext, 'environment' | 'baseUrl' | 'settings'>;
type Asked = { client: OAuthClient; redirect_uri: string };

/** OAuth 2 with an authorization code: how a merchant lets an application in, without copying any token. */
export type VendorOAuth = {
  /** The page that asks the merchant; state and redirect address are added by whoever sends the merchant there. */
  authorizeUrl(client_id: string, place: OAuthPlace): string;
  /** The first token, for the code that the page sent back. */
  exchange(given: Asked & { code: string }, context: LoginContext): Promise<Token>;
  /** The next token. */
  refresh(given: { client: OAuthClient; refresh_token: string }, context: LoginContext): Promise<Token>;
};
