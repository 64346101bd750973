// Asks the search of a rendered book, without a browser: `node ask.mjs BOOK`. It reads a JSON array of queries from its
// input, and prints for each the places that are found, the best first, as `page.html#id`.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

// What the scripts of the index hand to theme/search.js, as the reader's browser gets them.
function contentOf(book) {
    const content = {};
    const context = vm.createContext({ mdbookSiteSearch: (step, what) => { content[step] = what; } });
    for (const step of ['names', 'text']) {
        const file = path.join(book, 'search', `${step}.js`);
        vm.runInContext(readFileSync(file, 'utf8'), context, { filename: file });
    }
    return content;
}

export function rankingOf(book) {
    return contentOf(book).ranking;
}

export function indexOf(book) {
    const { ranking, names, text } = contentOf(book);
    const index = new ranking.Index(names);
    index.readTexts(text);
    index.rate();
    return index;
}

export function placesOf(index, query) {
    return index.search(query).results.map(({ entry: { page, id } }) => `${index.pages[page][0]}#${id}`);
}

if (process.argv[1] === import.meta.filename) {
    const index = indexOf(process.argv[2]);
    const queries = JSON.parse(readFileSync(0, 'utf8'));
    process.stdout.write(JSON.stringify(queries.map(query => placesOf(index, query))));
}
