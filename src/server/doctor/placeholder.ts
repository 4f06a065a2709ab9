/** Whether a value still stands as guides and examples print it: "your_api_key_here", "<token>", "orders@example.com". */
export function isPlaceholder(value: string): boolean {
  return value === '' || /^<.*>$|^your[_ -]|^change[_ -]?me|^x{3,}$|^\.{3}$|^…$/i.test(value);
}

/** Hosts that belong to nobody (RFC 2606). */
export function isExampleHost(value: string): boolean {
  return /(?:^|[/@.])example\.(?:com|net|org)(?:$|[:/>\s])/i.test(value);
}
