import type { Grammar } from './grammar';
import { type Element, isElement } from './twiml';

/**
 * Leaves of a document what Twilio would carry out and says what it would only warn of (its 12200): elements and attributes
 * that it does not know, values that it does not take, and elements where they may not stand.
 */
export function checkTwiml(verbs: Element[], grammar: Grammar): { verbs: Element[]; warnings: string[] } {
  const warnings: string[] = [];
  const keep = (elements: Element[], allowed: string[], where: string): Element[] =>
    elements.filter(({ name }) => {
      const known = allowed.includes(name);
      if (!known) warnings.push(`<${name}> may not stand in <${where}>; it is left out.`);
      return known;
    });
  const clean = (element: Element): Element => {
    const { name, children } = element;
    const rule = grammar.rules[name] ?? { attributes: {}, inside: [] };
    const attributes = Object.entries(element.attributes).filter(([attribute, value]) => {
      if (!rule.attributes) return true;
      const pattern = rule.attributes[attribute];
      if (!pattern) warnings.push(`<${name}> has no attribute ${attribute}.`);
      else if (!pattern.test(value)) warnings.push(`${attribute}="${value}" of <${name}> is not valid.`);
      return pattern?.test(value);
    });
    const inside = new Set(keep(children.filter(isElement), rule.inside, name));
    const kept = children.filter((child) => !isElement(child) || inside.has(child));
    return {
      name,
      attributes: Object.fromEntries(attributes),
      children: kept.map((child) => (isElement(child) ? clean(child) : child)),
    };
  };
  return { verbs: keep(verbs, grammar.verbs, 'Response').map(clean), warnings };
}
