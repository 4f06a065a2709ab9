/** Bundles the Zapier app, into a file or only to see what it holds; gives the packages that went in. */
export function bundleApp(what?: { outfile?: string; only?: string }): Promise<string[]>;
export function packagesOf(files: string[]): string[];
export function unwantedIn(packages: string[]): string[];
