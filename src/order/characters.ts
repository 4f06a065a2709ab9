/** Made at the first use: loading its tables is a good part of what a step of Zapier takes to start. */
let segmenter: Intl.Segmenter | undefined;

/** A text by what a reader takes for one character: an emoji or a letter with its accents is never cut in half. */
export function charactersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
