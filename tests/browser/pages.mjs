// The pages of a rendered book.

import { readdir } from 'node:fs/promises';
import path from 'node:path';

// Made for machines, or a copy: the whole book on one page, and the contents for a browser without JavaScript.
const others = new Set(['print.html', 'toc.html', 'index.html']);

// The addresses of all chapters and of the page for what is not found, such as 'sharing/mutex.html', in order of their names.
export async function pagesOf(book) {
    const files = await readdir(book, { recursive: true });
    const pages = files.filter(file => file.endsWith('.html')).map(file => file.split(path.sep).join('/'));
    return pages.filter(page => !others.has(page)).sort();
}
