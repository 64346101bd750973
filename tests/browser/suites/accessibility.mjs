// Every page is for everybody: axe finds nothing against WCAG 2.2 AA or good practice, with everything unfolded, and every
// text has a contrast of at least 4.5 and stays within the window in both themes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assertNoFaults, desk, phone } from '../reader.mjs';
import { lowContrasts } from '../contrast.mjs';
import { painted, tooWide } from '../layout.mjs';
import { pagesOf } from '../pages.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function cases(book) {
    const pages = await pagesOf(book);
    return {
        'a contrast that is too low is found': found,
        'menus and dialogs are for everybody while they are open': opened,
        ...Object.fromEntries(pages.map(page => [`${page} is for everybody`, reader => sweep(reader, page)])),
    };
}

// A page with axe in it.
async function open(reader, address, options) {
    const page = await reader.open(address, { still: true, ...options });
    await page.addScriptTag({ content: axe });
    // The text of each element that passes is of no use here.
    await page.evaluate(() => globalThis.axe.configure({ noHtml: true }));
    return page;
}

// What axe finds: rule, element, and what is wrong with it.
async function violations(page, rules = {}) {
    return page.evaluate(async ([runOnly, rules]) => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], runOnly, rules });
        return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`)).slice(0, 10);
    }, [tags, rules]);
}

// With everything unfolded, in each theme and at each size. axe sees both themes and both sizes; our own measure, which also
// knows the ground of a text in a picture, all four.
async function sweep(reader, address) {
    const page = await open(reader, address);
    await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) {
            // Of choices one is open at a time; here all are to be read.
            details.removeAttribute('name');
            details.open = true;
        }
    });
    assert.deepEqual(await violations(page), [], 'on a desk, in light');
    await assertReadable(page, 'on a desk, in light');
    await page.setViewportSize(phone);
    await assertReadable(page, 'on a phone, in light');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html.navy').waitFor();
    // Contrasts, the dearest of axe's rules, are measured below as on the desk.
    assert.deepEqual(await violations(page, { 'color-contrast': { enabled: false } }), [], 'on a phone, in dark');
    await assertReadable(page, 'on a phone, in dark');
    await page.setViewportSize(desk);
    await assertReadable(page, 'on a desk, in dark');
    assertNoFaults(page);
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
