export type Token = { kind: 'number' | 'string' | 'name' | 'symbol' | 'end'; text: string };
/** A template's pieces: plain text, and what stood between mustaches. */
export type Piece = { text: string } | { tokens: Token[] };

const SPACE = /\s+/y;
/** `3.data`: a module's number, not a decimal. */
const MODULE = /\d+(?=\.[A-Za-z_`])/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const QUOTED_NAME = /`([^`]*)`/y;
const STRING = /"([^"]*)"|'([^']*)'/y;
const SYMBOL = /===|!==|==|!=|<=|>=|&&|\|\||[=<>!+\-*/%()[\].,;]/y;

/** Splits a template into text and expressions. */
export function readTemplate(template: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < template.length) {
    const start = template.indexOf('{{', at);
    const text = template.slice(at, start === -1 ? undefined : start);
    if (text.includes('}}')) throw new Error(`IML: "}}" without "{{" in ${template}`);
    if (text) pieces.push({ text });
    if (start === -1) break;
    const expression = readTokens(template, start + 2);
    pieces.push({ tokens: expression.tokens });
    at = expression.end;
  }
  return pieces;
}

/** The tokens from `start` up to the closing mustache, which a quoted text may contain. */
function readTokens(template: string, start: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let at = start;
  for (;;) {
    at += matchAt(SPACE, template, at)?.[0].length ?? 0;
    if (template.startsWith('}}', at)) break;
    const token = readToken(template, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '}}' });
  return { tokens, end: at + 2 };
}

function readToken(template: string, at: number): Token & { end: number } {
  const take = (kind: Token['kind'], pattern: RegExp) => {
    const match = matchAt(pattern, template, at);
    if (!match) return null;
    return { kind, text: match[1] ?? match[2] ?? match[0], end: at + match[0].length };
  };
  const token =
    takeString(template, at) ??
    take('name', MODULE) ??
    take('number', NUMBER) ??
    take('name', NAME) ??
    take('name', QUOTED_NAME) ??
    take('symbol', SYMBOL);
  if (!token) throw new Error(`IML: cannot read "${template.slice(at, at + 20)}" in ${template}`);
  return token;
}

function takeString(template: string, at: number): (Token & { end: number }) | null {
  const match = matchAt(STRING, template, at);
  if (!match) return null;
  const text = match[1] ?? match[2] ?? '';
  // What Make makes of a backslash is not documented: nothing of ours may rely on it.
  if (text.includes('\\')) throw new Error(`IML: a backslash in a text: ${template}`);
  return { kind: 'string', text, end: at + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
