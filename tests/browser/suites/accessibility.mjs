// Every page is for everybody: axe finds nothing against WCAG 2.2 AA or good practice, with everything unfolded, and every
// text has a contrast of at least 4.5 and stays within the window. Each page is looked at on a desk in light and on a phone
// in dark; one of each kind, since they share a style sheet, also the other way round and by the rules that take longest.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone } from '../reader.mjs';
import { ofStructure, violations, whatRoomChanges } from '../axe.mjs';
import { lowContrasts } from '../contrast.mjs';
import { painted, tooWide } from '../layout.mjs';
import { pagesOf } from '../pages.mjs';

// A page of each kind, small ones.
const ofEachKind = ['welcome.html', 'introduction.html', 'appendices/verification.html'];

export async function cases(book) {
    const pages = await pagesOf(book);
    return {
        'a contrast that is too low is found': found,
        'a page of each kind is for everybody by all rules': whole,
        'menus and dialogs are for everybody while they are open': opened,
        ...Object.fromEntries(pages.map(page => [`${page} is for everybody`, reader => sweep(reader, page)])),
    };
}

const open = (reader, address, options) => reader.open(address, { still: true, ...options });

// With everything unfolded.
async function unfold(page) {
    await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) {
            // Of choices one is open at a time; here all are to be read.
            details.removeAttribute('name');
            details.open = true;
        }
    });
}

async function sweep(reader, address) {
    const page = await open(reader, address);
    await unfold(page);
    assert.deepEqual(await violations(page, ofStructure), [], 'on a desk, in light');
    await assertReadable(page, 'on a desk, in light');
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html.navy').waitFor();
    await assertReadable(page, 'on a phone, in dark');
    assert.deepEqual(await violations(page, whatRoomChanges), [], 'on a phone, in dark');
    assertNoFaults(page);
}

async function whole(reader) {
    for (const address of ofEachKind) {
        for (const [size, scheme] of [[desk, 'light'], [desk, 'dark'], [phone, 'light'], [phone, 'dark']]) {
            const page = await open(reader, address, { size, scheme });
            await unfold(page);
            const where = `${address}: ${size.width}, ${scheme}`;
            assert.deepEqual(await violations(page), [], where);
            await assertReadable(page, where);
            assertNoFaults(page);
            await page.context().close();
        }
    }
}

async function assertReadable(page, where) {
    await page.evaluate(painted);
    assert.deepEqual(await page.evaluate(lowContrasts), [], where);
    assert.deepEqual(await page.evaluate(tooWide), [], `too wide ${where}`);
}

async function opened(reader) {
    for (const [size, scheme] of [[desk, 'light'], [desk, 'dark'], [phone, 'light'], [phone, 'dark']]) {
        const page = await open(reader, 'introduction.html', { size, scheme });
        if (size === phone) {
            await page.locator('#mdbook-sidebar-toggle').click();
            assert.deepEqual(await violations(page), [], `contents, ${scheme}`);
            await page.keyboard.press('Escape');
        }
        await page.locator('#mdbook-theme-toggle').click();
        assert.deepEqual(await violations(page), [], `themes, ${scheme}`);
        await page.keyboard.press('Escape');
        // On a phone there is no button for it, but there may be a keyboard.
        await (size === phone ? page.keyboard.press('?') : page.locator('#mdbook-help-toggle').click());
        await page.locator('#mdbook-help').waitFor();
        assert.deepEqual(await violations(page), [], `keys, ${scheme}`);
        assertNoFaults(page);
    }
}

async function found(reader) {
    const page = await open(reader, 'introduction.html');
    await page.addStyleTag({ content: '.hl-keyword { color: #999 !important } .content h1 a { color: #999 !important }' });
    const low = await page.evaluate(lowContrasts);
    assert.deepEqual(low.map(fault => fault.split(' ')[0]).sort(), ['a.header', 'span.hl-keyword']);
    assert.ok((await violations(page)).some(fault => fault.startsWith('color-contrast: a[href$="#introduction"]')));
}
