import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { REFRESH_REQUEST, TOKEN_REQUEST } from './bodies';
import { notFound, unauthorized } from './errors';
import { readText } from './read';
import { bodyReader } from './request-body';
import type { World } from './world';

export const CLIENT_ID = 'SANDBOXAPP001';
export const CLIENT_SECRET = 'sandbox-clover-secret';
const ACCESS_TOKEN_MS = 60 * 60 * 1000;
const REFRESH_TOKEN_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Token and refresh (https://docs.clover.com/docs/refresh-access-tokens and /docs/high-trust-app-auth-flow, read 2026-11-24).
 * A refresh token works once. Clover publishes no error bodies for these two calls: refusals are 401.
 */
export function answerLogin(
  request: SimulatorRequest,
  context: SimulatorContext,
  world: World,
): HttpResponse {
  if (request.method !== 'POST') throw notFound();
  return request.path === '/oauth/v2/token'
    ? exchangeCode(request, context, world)
    : refresh(request, context, world);
}

function exchangeCode(request: SimulatorRequest, context: SimulatorContext, world: World): HttpResponse {
  const body = bodyReader(request)(TOKEN_REQUEST);
  const code = readText(body, 'code') ?? '';
  const merchantId = world.codes.get(code);
  if (readText(body, 'client_id') !== CLIENT_ID || readText(body, 'client_secret') !== CLIENT_SECRET)
    throw unauthorized();
  if (!merchantId) throw unauthorized('Failed to validate authentication code');
  world.codes.delete(code);
  return issueTokens(merchantId, context, world);
}

function refresh(request: SimulatorRequest, context: SimulatorContext, world: World): HttpResponse {
  const body = bodyReader(request)(REFRESH_REQUEST);
  const given = readText(body, 'refresh_token') ?? '';
  const known = world.refreshTokens.get(given);
  if (readText(body, 'client_id') !== CLIENT_ID || !known || known.expiresAt <= context.now.getTime())
    throw unauthorized();
  world.refreshTokens.delete(given);
  return issueTokens(known.merchantId, context, world);
}

function issueTokens(merchantId: string, { now, readOnly }: SimulatorContext, world: World): HttpResponse {
  const access = `sandbox-clover-access-${world.makeId('ACCESS')}`;
  const next = `sandbox-clover-refresh-${world.makeId('RENEW')}`;
  const accessEnds = now.getTime() + ACCESS_TOKEN_MS;
  const refreshEnds = now.getTime() + REFRESH_TOKEN_MS;
  world.accessTokens.set(access, { merchantId, readOnly, expiresAt: accessEnds });
  world.refreshTokens.set(next, { merchantId, expiresAt: refreshEnds });
  return jsonReply(200, {
    access_token: access,
    // Seconds here; milliseconds everywhere else in this API.
    access_token_expiration: Math.floor(accessEnds / 1000),
    refresh_token: next,
    refresh_token_expiration: Math.floor(refreshEnds / 1000),
  });
}
