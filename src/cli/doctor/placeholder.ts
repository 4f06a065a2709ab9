/** Whether a value still stands as guides print it: "your_api_key_here". */
export function isPlaceholder(value: string): boolean {
  return value === '' || /^<.*>$|^your[_-]/i.test(value);
}
