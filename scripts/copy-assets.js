// Copies what tsc leaves behind (SQL, styles, pages) from src to dist, so that the compiled program finds it beside its code.
const { cpSync } = require('node:fs');
const { extname } = require('node:path');

const ASSETS = new Set(['', '.sql', '.css', '.js', '.html', '.svg']);
cpSync('src', 'dist/src', { recursive: true, filter: (path) => ASSETS.has(extname(path)) });
