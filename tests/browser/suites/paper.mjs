// What a reader gets on paper: type that can be read, lines that end on the page, and pages that are not left half empty.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assertNoFaults } from '../reader.mjs';
import { pagesOf } from '../pages.mjs';

// The text of a page of A4 without its margins, in CSS pixels: 178 by 259 mm.
const paper = { width: 673, height: 979 };
const points = 0.75;

export function cases() {
    return {
        'no type on paper is smaller than 7 pt, and lines of the compiler end on the page, their marks below what they mark': legible,
        'long code goes on on the next page': broken,
        'a tall picture goes on on the next page, below the names of its threads, and is whole again when it is printed': tall,
        'a type of the matrix stands in one line': types,
        'a picture has its smallest type in 7 pt': pictures,
    };
}

async function printed(reader, address) {
    const page = await reader.open(address, { size: paper, from: 'disk' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    return page;
}

// Those of which the compiler says something that is too long for paper.
async function longWinded(reader) {
    const found = [];
    for (const file of await pagesOf(reader.book)) {
        const html = await readFile(path.join(reader.book, file), 'utf8');
        if (file !== 'print.html' && /class="line" style="--hanging/.test(html)) {
            found.push(file);
        }
    }
    assert.ok(found.length > 5, found.join());
    return found;
}

async function legible(reader) {
    for (const address of [...await longWinded(reader), 'appendices/listings.html', 'guarantees/exceptions.html', 'introduction.html']) {
        const page = await printed(reader, address);
        assert.deepEqual(await page.evaluate(tooSmall, points), [], address);
        assert.deepEqual(await page.evaluate(misplaced), [], address);
        assertNoFaults(page);
        await page.context().close();
    }
}

async function broken(reader) {
    for (const address of ['threads/spawning.html', 'sharing/deadlock.html', 'guarantees/auto-traits.html', 'costs/counting.html']) {
        const page = await printed(reader, address);
        const faults = await page.evaluate(height => {
            // A box that can be scrolled is never broken.
            const isWhole = element => {
                const style = getComputedStyle(element);
                return style.breakInside !== 'auto' || !['visible', 'clip'].includes(style.overflowY);
            };
            const all = [...document.querySelectorAll(':is(.listing, .measured) pre, :is(.listing, .measured) pre > *')].filter(element => element.checkVisibility());
            const found = all.filter(element => isWhole(element) && element.offsetHeight > height / 3);
            return { all: all.length, found: found.map(element => `${element.tagName}: ${element.offsetHeight} px: ${element.textContent.slice(0, 60)}`) };
        }, paper.height);
        assert.ok(faults.all > 6, `${address} has ${faults.all}`);
        assert.deepEqual(faults.found, [], address);
    }
}

async function types(reader) {
    const page = await printed(reader, 'guarantees/exceptions.html');
    const wrapped = await page.locator('.matrix th[scope="row"] code').evaluateAll(types => types.filter(type => type.getClientRects().length > 1).map(type => type.textContent));
    assert.deepEqual(wrapped, []);
}

async function pictures(reader) {
    const page = await printed(reader, 'sharing/poisoning.html');
    const sizes = await page.locator('.timeline text').evaluateAll(texts => texts.map(text => {
        // The picture may be drawn smaller than it is.
        const picture = text.closest('.timeline');
        const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
        return parseFloat(getComputedStyle(text).fontSize) * scale;
    }));
    const smallest = Math.min(...sizes) * points;
    assert.ok(sizes.length > 20 && smallest >= 6.99 && smallest < 7.4, `${smallest} pt`);
}

// A picture goes to the next page as a whole, so its parts are no taller than what may be left empty.
async function tall(reader) {
    for (const address of ['sharing/deadlock.html', 'memory/one-order.html', 'waiting/bounded-queue.html', 'sharing/arc.html']) {
        const page = await reader.open(address, { size: paper, from: 'disk' });
        const pictures = () => page.locator('.timeline').evaluateAll(all => all.map(it => it.outerHTML));
        const before = await pictures();
        await page.emulateMedia({ media: 'print' });
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
        const seen = await page.evaluate(partsOfPictures);
        assert.ok(seen.some(picture => picture.heights.length > 1), `${address} has no tall picture`);
        for (const { name, heights, names, cut, shown } of seen) {
            assert.ok(Math.max(...heights) < paper.height / 2, `${address}: ${name} is ${heights} px high`);
            assert.equal(names.length, 1, `${address}: a part of ${name} has other names above it`);
            assert.deepEqual(cut, [], `${address}: ${name} is cut through its words`);
            assert.equal(shown, 1, `${address}: ${name} is told ${shown} times`);
        }
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        assert.deepEqual(await pictures(), before, address);
        assertNoFaults(page);
        await page.context().close();
    }
}

/* These run in the page. */

// The type of less than 7 pt, with `points` for a pixel.
function tooSmall(points) {
    const zooms = new Map([[null, 1]]);
    const zoomed = element => {
        if (!zooms.has(element)) {
            zooms.set(element, parseFloat(getComputedStyle(element).zoom) * zoomed(element.parentElement));
        }
        return zooms.get(element);
    };
    const found = new Map();
    const texts = document.createTreeWalker(document.querySelector('#mdbook-main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        const box = element.getBoundingClientRect();
        if (texts.currentNode.data.trim() && element.checkVisibility() && box.width > 1 && !element.closest('script, style')) {
            const size = parseFloat(getComputedStyle(element).fontSize) * zoomed(element) * points;
            if (size < 6.99) {
                found.set(element.className || element.tagName, `${size.toFixed(2)} pt: ${texts.currentNode.data.trim().slice(0, 40)}`);
            }
        }
    }
    return [...found];
}

// The lines of the compiler that stick out, or go on below somewhere else than where their words begin.
function misplaced() {
    const found = [];
    for (const line of document.querySelectorAll('.listing-screen .line[style]:not(.prose)')) {
        const screen = line.closest('pre').getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(line);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1);
        const [top, left] = [Math.min(...boxes.map(box => box.top)), Math.min(...boxes.map(box => box.left))];
        const below = boxes.filter(box => box.top > top + 5);
        if (boxes.some(box => box.right > screen.right + 1)) {
            found.push(`sticks out: ${line.textContent}`);
        }
        // What goes on below begins where the words begin, which is behind the marks.
        const hanging = parseInt(line.style.getPropertyValue('--hanging'), 10);
        const columns = (Math.min(...below.map(box => box.left)) - left) / (parseFloat(getComputedStyle(line).fontSize) * 0.602);
        if (below.length && Math.abs(columns - hanging) > 0.6) {
            found.push(`goes on at ${columns} and not at ${hanging}: ${line.textContent}`);
        }
    }
    return found;
}

// The pictures, each as the parts that stand one below the other.
function partsOfPictures() {
    const first = [...document.querySelectorAll('.timeline[role]')].filter(picture => picture.checkVisibility());
    return first.map(picture => {
        const parts = [picture, ...picture.closest('.timeline-parts')?.querySelectorAll(':scope > .timeline') ?? []];
        const cut = parts.length === 1 ? [] : parts.flatMap(part => {
            const rows = part.querySelector('svg').getBoundingClientRect();
            return [...part.querySelectorAll('svg text')].filter(text => {
                const { top, bottom } = text.getBoundingClientRect();
                return [rows.top, rows.bottom].some(edge => top < edge - 1 && bottom > edge + 1);
            }).map(text => text.textContent);
        });
        return {
            name: picture.querySelector('title').textContent,
            heights: parts.map(part => part.getBoundingClientRect().height),
            names: [...new Set(parts.map(part => [...part.querySelectorAll('.timeline-name')].map(name => name.textContent).join()))],
            cut,
            shown: parts.filter(part => part.querySelector('title')).length,
        };
    });
}
