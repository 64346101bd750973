// Runs cases of the suites: `node worker.mjs BOOK CHROMIUM [--list]`. With --list it prints their names as JSON. Without,
// it reads a name from each line of its input and answers with a line of JSON. It ends when its input does.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline';
import { Reader } from './reader.mjs';

// In milliseconds. The longest cases go through every page.
const patience = 240000;

const [book, chromium, mode] = process.argv.slice(2);
const cases = await allCases();
if (mode === '--list') {
    process.stdout.write(JSON.stringify([...cases.keys()]));
} else {
    await serve();
}

// Every case of every suite by its name: `scheduler::every_outcome_is_reached_by_mouse`.
async function allCases() {
    const folder = path.join(import.meta.dirname, 'suites');
    const found = new Map();
    for (const file of (await readdir(folder)).filter(name => name.endsWith('.mjs')).sort()) {
        const { cases: suite } = await import(path.join(folder, file));
        for (const [title, run] of Object.entries(await suite(book))) {
            found.set(`${path.basename(file, '.mjs')}::${title.replaceAll(/[^\p{L}\p{N}]+/gu, '_')}`, run);
        }
    }
    return found;
}

// Rejects after a time that no case needs, so that one which never ends is told by its name.
function givenUp() {
    return new Promise((_, reject) => {
        setTimeout(() => reject(new Error('it did not come to an end')), patience).unref();
    });
}

async function serve() {
    const reader = await Reader.start(book, chromium);
    for await (const name of readline.createInterface({ input: process.stdin })) {
        let failed = null;
        try {
            await Promise.race([cases.get(name)(reader), givenUp()]);
        } catch (error) {
            failed = error.stack ?? String(error);
        }
        // What a case opened does not outlive it.
        await Promise.race([reader.close(), givenUp()]);
        process.stdout.write(`${JSON.stringify({ failed })}\n`);
    }
    await reader.stop();
}
