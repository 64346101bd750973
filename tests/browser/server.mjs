// Serves a folder over HTTP, compressed, as the hosts of static pages do.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types = {
    '.css': 'text/css; charset=utf-8',
    '.epub': 'application/epub+zip',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json',
    '.pdf': 'application/pdf',
    '.png': 'image/png',
    '.rs': 'text/plain; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain; charset=utf-8',
    '.woff2': 'font/woff2',
    '.xml': 'application/xml',
    '.zip': 'application/zip',
};

// What does not get smaller.
const packed = new Set(['.epub', '.pdf', '.png', '.woff2', '.zip']);

// Gives the server's `address` and a function to `close` it. Any free port of this machine is taken.
export async function serveFolder(folder) {
    const contents = new Map();
    // A connection that nobody uses stays open: one that is closed at the very moment in which the browser takes it up
    // again fails a request, which has nothing to do with the page.
    const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
        answer(folder, contents, request, response).catch(() => response.destroy());
    });
    await new Promise(listening => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address();
    return {
        address: `http://127.0.0.1:${port}/`,
        close: () => new Promise(closed => {
            server.closeAllConnections();
            server.close(closed);
        }),
    };
}

async function answer(folder, contents, request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    // A URL is normalised, so no path leads out of the folder.
    const asked = path.join(folder, decodeURIComponent(pathname));
    const file = await existing(asked) ?? await existing(path.join(asked, 'index.html'));
    const found = file ?? path.join(folder, '404.html');
    const extension = path.extname(found);
    const headers = {
        'Cache-Control': 'no-store',
        'Content-Type': types[extension] ?? 'application/octet-stream',
    };
    if (!packed.has(extension)) {
        headers['Content-Encoding'] = 'gzip';
    }
    const content = await contentOf(found, contents);
    response.writeHead(file ? 200 : 404, headers);
    response.end(content);
}

// What is sent of a file, compressed where that makes it smaller. Most files are asked for by each page, so it's kept until
// the file changes.
async function contentOf(file, contents) {
    const { mtimeMs: changed } = await stat(file);
    if (contents.get(file)?.changed !== changed) {
        const content = readFile(file).then(plain => (packed.has(path.extname(file)) ? plain : promisify(gzip)(plain)));
        contents.set(file, { changed, content });
    }
    return contents.get(file).content;
}

async function existing(file) {
    return stat(file).then(found => (found.isFile() ? file : undefined), () => undefined);
}
