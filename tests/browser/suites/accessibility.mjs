// A page of each kind is for everybody: by every rule of axe for WCAG 2.2 AA and good practice, with everything unfolded, on a
// desk and on a phone, in light and in dark. What can be different on each page of a kind, `pages.mjs` asks of every page.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone } from '../reader.mjs';
import { violations } from '../axe.mjs';
import { lowContrasts } from '../contrast.mjs';
import { painted, tooWide, unfold } from '../layout.mjs';

// A page of each kind, small ones.
const ofEachKind = ['welcome.html', 'introduction.html', 'threads/spawning.html', 'appendices/verification.html'];

export function cases() {
    return {
        'a contrast that is too low is found': found,
        'a page of each kind is for everybody by all rules': whole,
        'menus and dialogs are for everybody while they are open': opened,
    };
}

const open = (reader, address, options) => reader.open(address, { still: true, ...options });

async function whole(reader) {
    for (const address of ofEachKind) {
        for (const [size, scheme] of [[desk, 'light'], [desk, 'dark'], [phone, 'light'], [phone, 'dark']]) {
            const page = await open(reader, address, { size, scheme });
            await page.evaluate(unfold);
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
