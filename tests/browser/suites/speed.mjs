// What a page costs before it can be read, as far as it can be counted and not timed: bytes, what holds up the first paint, and
// what moves afterwards. tests/browser/measure.mjs takes the time.

import assert from 'node:assert/strict';
import { desk, phone } from '../reader.mjs';
import { visit } from '../visit.mjs';

const pages = ['index.html', 'threads/spawning.html', 'sharing/deadlock.html', 'appendices/errors.html'];

export function cases() {
    return {
        'the first page takes 200 KB at most': light,
        'nothing but a few style sheets holds up the first paint': unblocked,
        'nothing moves while a page loads': settled,
        'nothing moves when the last place is offered': offered,
    };
}

async function light(reader) {
    const { bytes } = await visit(reader.browser, reader.address('index.html'), { size: phone });
    assert.ok(bytes > 10000 && bytes <= 200 * 1024, `${bytes} bytes`);
}

// A browser asks a host for six things at a time, unless the host speaks HTTP/2.
async function unblocked(reader) {
    for (const address of pages) {
        const { blocking } = await visit(reader.browser, reader.address(address), { size: phone });
        assert.deepEqual(blocking.filter(name => !name.endsWith('.css')), [], address);
        assert.ok(blocking.length > 2 && blocking.length <= 6, `${address}: ${blocking}`);
    }
}

async function settled(reader) {
    for (const size of [desk, phone]) {
        for (const address of pages) {
            await assertStill(reader, address, { size });
        }
    }
}

async function offered(reader) {
    const place = JSON.stringify({ address: 'sharing/mutex.html', title: 'Mutex', id: '' });
    for (const size of [desk, phone]) {
        const storage = { [`mdbook-listings:place:${reader.address('')} `]: place };
        await assertStill(reader, 'index.html', { size, storage });
    }
}

async function assertStill(reader, address, options) {
    const { shift, moved } = await visit(reader.browser, reader.address(address), options);
    assert.ok(shift <= 0.05, `${address} at ${options.size.width} px moves by ${shift}: ${moved.join('\n')}`);
}
