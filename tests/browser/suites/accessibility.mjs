// Every page is for everybody: axe finds nothing against WCAG 2.2 AA or good practice, with everything unfolded, and every
// text has a contrast of at least 4.5 in both themes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assertNoFaults, desk, phone } from '../reader.mjs';
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
    return page;
}

// What axe finds: rule, element, and what is wrong with it. Without options it asks every rule.
async function violations(page, options = { runOnly: tags }) {
    return page.evaluate(async options => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], ...options });
        return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`)).slice(0, 10);
    }, options);
}

// axe needs seconds for the contrasts of a long page, and these pages have one of everything; our own measure, which is
// quick, goes through all texts of all pages.
const measuredTwice = new Set(['404.html', 'appendices/errors.html', 'introduction.html', 'sharing/deadlock.html', 'threads/moving.html']);

// Names, roles and structure depend on neither theme nor size, so one run does for them.
async function sweep(reader, address) {
    const contrast = measuredTwice.has(address);
    const page = await open(reader, address);
    await page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) {
            details.open = true;
        }
    });
    const rules = { 'color-contrast': { enabled: contrast } };
    assert.deepEqual(await violations(page, { runOnly: tags, rules }), [], 'on a desk, in light');
    assert.deepEqual(await page.evaluate(lowContrasts), [], 'in light');
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html.navy').waitFor();
    if (contrast) {
        assert.deepEqual(await violations(page), [], 'on a phone, in dark');
    }
    assert.deepEqual(await page.evaluate(lowContrasts), [], 'in dark');
    assertNoFaults(page);
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
        await page.locator('#mdbook-help-toggle').click();
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

/* This runs in the page. */

// Every text whose contrast to what it stands on is below 4.5.
function lowContrasts() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    // Red, green, blue and opacity of any colour that CSS can name.
    const parts = colour => {
        if (!known.has(colour)) {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
            known.set(colour, [red, green, blue, alpha / 255]);
        }
        return known.get(colour);
    };
    const over = (top, below) => [0, 1, 2].map(at => top[at] * top[3] + below[at] * (1 - top[3]));
    const luminance = colour => {
        const [red, green, blue] = colour.map(part => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };

    const grounds = new Map();
    const groundOf = element => {
        if (!grounds.has(element)) {
            const below = element.parentElement ? groundOf(element.parentElement) : [255, 255, 255];
            grounds.set(element, over(parts(getComputedStyle(element).backgroundColor), below));
        }
        return grounds.get(element);
    };
    // In a picture the ground is the last shape that was drawn under the text.
    const shapeUnder = text => {
        const box = text.getBoundingClientRect();
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const under = [...text.ownerSVGElement.querySelectorAll('rect, circle, path')].filter(shape => {
            const { left, right, top, bottom } = shape.getBoundingClientRect();
            const before = shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
            return before && left <= x && x <= right && top <= y && y <= bottom && getComputedStyle(shape).fill !== 'none';
        });
        return under.at(-1);
    };

    const faults = new Map();
    const texts = document.createTreeWalker(document.getElementById('mdbook-main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('script, style')) {
            continue;
        }
        const style = getComputedStyle(element);
        let ground = groundOf(element.closest('svg')?.parentElement ?? element);
        if (element.ownerSVGElement) {
            const shape = shapeUnder(element);
            ground = shape ? over(parts(getComputedStyle(shape).fill), ground) : ground;
        }
        const colour = over(parts(element.ownerSVGElement ? style.fill : style.color), ground);
        const ratio = contrast(colour, ground);
        if (ratio < 4.5 && !element.matches(':disabled')) {
            const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
            faults.set(name, `${name} in #${element.closest('[id]').id}: ${ratio.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
        }
    }
    return [...faults.values()];
}
