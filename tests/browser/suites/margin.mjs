// The margin of a wide page: the sections of the page, what a listing links to, and what the compiler says beside the code;
// that they are where there is room, that none lies on another, and that none tells before a reader has chosen.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone, wide, wider } from '../reader.mjs';
import { violations } from '../axe.mjs';
import { painted } from '../layout.mjs';
import { visit } from '../visit.mjs';

const chapter = 'threads/moving.html';
const widest = { width: 1920, height: 1000 };
// It must not compile, asks before it tells, and stands in the chapter.
const refused = '#threads-borrow-may-outlive-the-function';

export function cases() {
    return {
        'the sections stand in the margin where there is one, and follow the reader': followed,
        'by keyboard a section is reached from the margin': byKeyboard,
        'without JavaScript the sections are a list of links': withoutScript,
        'the sections are below the title where there is no margin, and on no paper': narrow,
        'what the compiler says stands beside the code of a wide page, once something is chosen': beside,
        'without JavaScript it is beside the code, too, and not before something is chosen': besideWithoutScript,
        'in a window of less than 1400 px it is folded': foldedBelow,
        'the sections step aside for what needs the margin': aside,
        'links to the standard library stand beside the listing where there is room': links,
        'nothing in the margin lies on anything else': apart,
        'with larger letters no note is cut off': largerLetters,
        'where colours are forced it is seen which section is read': forcedColours,
        'nothing moves while a wide page loads': settled,
        'a wide page is for everybody': forEverybody,
    };
}

const list = page => page.locator('.page-contents');
const current = page => page.locator('.page-contents a[aria-current]');
const scrollTo = (page, selector) => page.locator(selector).first().evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
const all = page => page.locator(`${refused} .listing-compiler`);

async function followed(reader) {
    for (const [size, from] of [[wide, 'server'], [widest, 'disk']]) {
        const page = await reader.open(chapter, { size, from, still: true });
        assert.equal(await current(page).count(), 0, 'above the first section there is none');
        const [text, beside] = [await page.locator('main > p').first().boundingBox(), await list(page).boundingBox()];
        assert.ok(beside.x > text.x + text.width && beside.x + beside.width <= size.width, JSON.stringify({ text, beside }));
        for (const id of await page.locator('main > h2').evaluateAll(all => all.map(it => it.id))) {
            await scrollTo(page, `#${id}`);
            await page.evaluate(painted);
            if (await page.evaluate(id => document.getElementById(id).getBoundingClientRect().top < 100, id)) {
                assert.equal(await current(page).count(), 1);
                assert.equal(await current(page).getAttribute('href'), `#${id}`);
            }
        }
        // The last section is the current one at the end of the page, however short it is.
        await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
        await page.waitForFunction(() => document.querySelector('.page-contents li:last-child a').ariaCurrent === 'location');
        assertNoFaults(page);
    }
}

async function byKeyboard(reader) {
    const page = await reader.open(chapter, { size: wide, still: true });
    await page.locator('#skip-link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    while (!await page.evaluate(() => document.activeElement.matches('.page-contents a'))) {
        await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Tab');
    const hash = await page.evaluate(() => document.activeElement.hash);
    await page.keyboard.press('Enter');
    await page.waitForFunction(hash => document.querySelector('.page-contents a[aria-current]')?.hash === hash, hash);
    assert.equal(new URL(page.url()).hash, hash);
    assertNoFaults(page);
}

async function withoutScript(reader) {
    for (const size of [wide, phone]) {
        const page = await reader.open(chapter, { size, script: false });
        assert.ok(await list(page).isVisible());
        await list(page).getByRole('link', { name: 'Remember' }).click();
        await page.waitForURL('**#remember');
        assertNoFaults(page);
    }
}

async function narrow(reader) {
    for (const size of [phone, desk]) {
        const page = await reader.open(chapter, { size });
        const [title, sections, text] = await Promise.all(['main h1', '.page-contents', 'main > p'].map(it => page.locator(it).first().boundingBox()));
        assert.ok(sections.y > title.y && sections.y + sections.height <= text.y, `at ${size.width} px`);
        await scrollTo(page, '#remember');
        await page.evaluate(painted);
        assert.equal(await current(page).count(), 0);
    }
    const page = await reader.open(chapter, { size: wide });
    await page.emulateMedia({ media: 'print' });
    assert.equal(await list(page).isVisible(), false);
}

async function assertBeside(page, size) {
    const [code, text, figure] = await Promise.all([`${refused} .listing-code`, `${refused} .listing-compiler`, refused].map(it => page.locator(it).boundingBox()));
    assert.ok(text.x >= code.x + code.width, 'beside the code');
    assert.ok(Math.abs(text.y - figure.y) < 5 || text.y < code.y + code.height, 'at its height');
    assert.ok(figure.x + figure.width <= size.width, 'within the window');
    const columns = await page.locator(`${refused} .listing-code .line`).first().evaluate(line => {
        const probe = document.createElement('span');
        probe.textContent = '0'.repeat(10);
        line.append(probe);
        const column = probe.getBoundingClientRect().width / 10;
        probe.remove();
        return (line.clientWidth - 64) / column;
    });
    assert.ok(columns >= 55 && columns <= 102, `the code has ${columns} columns`);
}

async function beside(reader) {
    for (const size of [wide, wider, widest]) {
        for (const sidebar of [true, false]) {
            const page = await reader.open(chapter, { size, still: true });
            if (!sidebar) {
                await page.locator('#mdbook-sidebar-toggle').click();
            }
            const before = await page.locator(refused).boundingBox();
            const other = await page.locator('main > .listing-runs').first().boundingBox();
            assert.ok(!await all(page).isVisible(), 'it tells before');
            assert.equal(before.width, other.width, 'its width tells before');
            await page.locator(`${refused} .choice-right > summary`).click();
            assert.ok(await all(page).isVisible());
            assert.equal(await page.locator(`${refused} .listing-all > summary`).isVisible(), false, 'there is nothing to unfold');
            await assertBeside(page, size);
            await page.getByRole('button', { name: 'Guess again' }).click();
            assert.equal((await page.locator(refused).boundingBox()).width, before.width);
            assertNoFaults(page);
        }
    }
    const page = await reader.open(chapter, { size: wide });
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    assert.equal(await page.locator('.listing-compiler:visible').count(), 0);
}

async function besideWithoutScript(reader) {
    const page = await reader.open(chapter, { size: wide, script: false });
    assert.ok(!await all(page).isVisible());
    await page.locator(`${refused} .choice-right > summary`).click();
    assert.ok(await all(page).isVisible());
}

async function foldedBelow(reader) {
    for (const size of [{ width: 1399, height: 900 }, phone]) {
        const page = await reader.open(chapter, { size });
        if (size !== phone) {
            // However much room there is.
            await page.locator('#mdbook-sidebar-toggle').click();
        }
        await page.locator(`${refused} .choice-right > summary`).click();
        assert.ok(!await all(page).isVisible());
        await page.locator(`${refused} .listing-all > summary`).click();
        assert.ok(await all(page).isVisible());
        const [code, text] = await Promise.all(['.listing-code', '.listing-compiler'].map(it => page.locator(`${refused} ${it}`).boundingBox()));
        assert.ok(text.y >= code.y + code.height);
    }
}

async function aside(reader) {
    const page = await reader.open(chapter, { size: wide, still: true });
    assert.ok(await list(page).isVisible());
    await scrollTo(page, refused);
    await page.evaluate(painted);
    assert.ok(await list(page).isVisible(), 'nothing needs the margin yet');
    await page.locator(`${refused} .choice-right > summary`).click();
    await scrollTo(page, refused);
    await list(page).waitFor({ state: 'hidden' });
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await list(page).waitFor({ state: 'visible' });
    assertNoFaults(page);
}

async function links(reader) {
    const runs = 'main > .listing-runs:not(.listing-asked)';
    const at = async size => {
        const page = await reader.open(chapter, { size });
        return Promise.all([runs, `${runs} .listing-standard`].map(it => page.locator(it).first().boundingBox()));
    };
    const [figure, margin] = await at(wider);
    assert.ok(margin.x >= figure.x + figure.width && Math.abs(margin.y - figure.y) < 30, JSON.stringify({ figure, margin }));
    for (const size of [wide, desk, phone]) {
        const [frame, within] = await at(size);
        assert.ok(within.x >= frame.x && within.x + within.width <= frame.x + frame.width, `at ${size.width} px`);
    }
}

async function apart(reader) {
    for (const size of [wide, wider, widest]) {
        for (const address of [chapter, 'sharing/mutex.html', 'sharing/deadlock.html', 'appendices/errors.html', 'guarantees/interleavings.html']) {
            const page = await reader.open(address, { size, still: true });
            await page.evaluate(() => document.querySelectorAll('.listing-asked').forEach(it => it.classList.add('looked')));
            assert.deepEqual(await page.evaluate(overlapping), [], `${address} at ${size.width} px`);
        }
    }
}

async function settled(reader) {
    for (const size of [wide, widest]) {
        for (const address of [chapter, 'index.html', 'sharing/deadlock.html']) {
            const { shift, moved } = await visit(reader.browser, reader.address(address), { size });
            assert.ok(shift <= 0.05, `${address} at ${size.width} px moves by ${shift}: ${moved.join('\n')}`);
        }
    }
}

async function forEverybody(reader) {
    for (const scheme of ['light', 'dark']) {
        const page = await reader.open(chapter, { size: wider, still: true, scheme });
        for (const act of ['closed', 'chosen']) {
            if (act === 'chosen') {
                await page.locator(`${refused} .choice-right > summary`).click();
            }
            assert.deepEqual(await violations(page), [], `${scheme}, ${act}`);
        }
        assertNoFaults(page);
    }
}

// Runs in the page: pairs of things in the margin that overlap at any place of the page, and what is longer than its figure
// and so reaches into what stands below.
function overlapping() {
    const boxes = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility()).map(it => [it, it.getBoundingClientRect()]);
    const column = document.querySelector('.page-contents')?.getBoundingClientRect();
    const faults = [];
    const named = element => `${element.className} of ${element.closest('[id]')?.id}`;
    // The sections pass everything, so nothing else may be in their column but what they step aside for.
    for (const [element, box] of boxes('main .notes, main .listing-standard, main > .listing:not(.listing-fails), main > .table-wrapper, main > .timeline-figure')) {
        if (column && box.right > column.left + 1) {
            faults.push(`${named(element)} reaches ${box.right - column.left} px into the sections`);
        }
    }
    const margins = boxes('main > .listing > .listing-evidence > .listing-standard');
    for (const [element, box] of margins) {
        for (const [other, at] of [...margins, ...boxes('main > .listing, main > p, main .notes')]) {
            if (other !== element && !other.contains(element) && box.left < at.right - 1 && box.right > at.left + 1 && box.top < at.bottom - 1 && box.bottom > at.top + 1) {
                faults.push(`${named(element)} lies on ${named(other)}`);
            }
        }
    }
    return faults;
}

async function largerLetters(reader) {
    for (const width of [1000, 1280, 1440, 1920]) {
        const page = await reader.open('threads/spawning.html', { size: { width, height: 900 } });
        for (const percent of ['70.3%', '78.1%', '93.8%']) {
            // As a browser has it whose letters are 18, 20, or 24 pixels: mdBook takes 62.5 % of them.
            await page.evaluate(size => { document.documentElement.style.fontSize = size; }, percent);
            const notes = page.locator('.sidenote:visible');
            const [sections, main] = [await list(page).boundingBox(), await page.locator('main').boundingBox()];
            for (const note of await notes.all()) {
                const box = await note.boundingBox();
                assert.ok(box.x + box.width <= width, `${width}, ${percent}: cut off`);
                const overlaps = box.x < sections.x + sections.width && sections.x < box.x + box.width && sections.x > main.x + 100;
                assert.ok(!overlaps, `${width}, ${percent}: on the sections`);
            }
        }
        assertNoFaults(page);
    }
}

async function forcedColours(reader) {
    const page = await reader.open(chapter, { size: wide });
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('main > h2').nth(1).evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await current(page).waitFor();
    const edge = link => getComputedStyle(link).borderInlineStartColor;
    const other = page.locator('.page-contents a:not([aria-current])').first();
    assert.notEqual(await current(page).evaluate(edge), await other.evaluate(edge));
}
