// Taking things away: what a page offers for download arrives, with JavaScript and without.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assertNoFaults, desk, phone } from '../reader.mjs';
import { pagesOf } from '../pages.mjs';

export function cases() {
    return {
        'each part and the book arrive as a zip': reader => zips(reader, { size: desk }),
        'they do without JavaScript on a phone': reader => zips(reader, { size: phone, script: false }),
        'every link to a zip on every page leads to one': everyLink,
    };
}

async function zips(reader, options) {
    const openPage = () => reader.open('appendices/downloads.html', options);
    let page = await openPage();
    const linksOf = page => page.locator('.downloads a[download]');
    const count = await linksOf(page).count();
    assert.ok(count > 2, `${count} links`);
    for (let at = 0; at < count; at += 1) {
        if (at > 0 && at % 5 === 0) {
            // Chromium lets ten downloads come from a page, and then asks.
            assertNoFaults(page);
            await page.context().close();
            page = await openPage();
        }
        const links = linksOf(page);
        const arriving = page.waitForEvent('download');
        await links.nth(at).click();
        const download = await arriving;
        assert.equal(download.suggestedFilename(), path.basename(await links.nth(at).getAttribute('href')));
        const bytes = await readFile(await download.path());
        assert.equal(bytes.subarray(0, 2).toString(), 'PK', download.suggestedFilename());
    }
    assertNoFaults(page);
}

async function everyLink(reader) {
    const lost = [];
    for (const file of await pagesOf(reader.book)) {
        const html = await readFile(path.join(reader.book, file), 'utf8');
        for (const [, address] of html.matchAll(/href="([^"]*\.zip)"/g)) {
            const zip = path.join(reader.book, path.dirname(file), address);
            const start = await readFile(zip).then(bytes => bytes.subarray(0, 2).toString(), () => 'nothing');
            if (start !== 'PK') {
                lost.push(`${file}: ${address} leads to ${start}`);
            }
        }
    }
    assert.deepEqual(lost, []);
}
