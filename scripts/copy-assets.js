// Copies what tsc leaves behind (SQL, styles, pages) from src to where it compiled to (dist, else the folder given), so that the program
// finds it beside its code.
const { cpSync, rmSync } = require('node:fs');
const { extname } = require('node:path');

const [, , folder = 'dist'] = process.argv;
const ASSETS = new Set(['', '.sql', '.css', '.js', '.html', '.svg']);
// A migration that src has under another name by now would run twice.
rmSync(`${folder}/src/store/migrations`, { recursive: true, force: true });
cpSync('src', `${folder}/src`, { recursive: true, filter: (path) => ASSETS.has(extname(path)) });
