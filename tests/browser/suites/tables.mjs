// Tables and lists: the index of listings and what chooses from it, the matrix of types, and the times behind sections.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone, wider } from '../reader.mjs';
import { tooWide } from '../layout.mjs';

const index = 'appendices/listings.html';
const matrix = 'guarantees/exceptions.html';

export function cases() {
    return {
        'the index has a number, a name, a verdict, what was explored, and a chapter in each row': rows,
        'the index is chosen from by keyboard, and says how many are left': chosen,
        'a verdict, a part and what was explored leave out all others': byProperty,
        'without JavaScript the whole index is there, and nothing to choose by': withoutScript,
        'on paper there is nothing to choose by': onPaper,
        'a number takes no more room than it needs, and no row is wider than a phone': widths,
        'the matrix has a sign and a word for each answer, and says what they mean': signs,
        'the signs of the matrix can be told from what they stand on': contrasts,
        'marks and times of a list stand below each other': aligned,
        'titles in the contents begin below each other, however long their numbers are': contents,
        'no figure is wider than what is in it': figures,
        'a table is read in its own order on a phone': inOrder,
    };
}

const visible = page => page.locator('.listings-index tbody tr:visible');
const said = page => page.locator('.index-filter [role="status"]').textContent();

async function rows(reader) {
    const page = await reader.open(index);
    const all = await page.locator('.listings-index tbody tr').evaluateAll(rows => rows.map(row => ({
        cells: [...row.cells].map(cell => cell.textContent),
        links: [...row.querySelectorAll('a')].length,
        explored: 'explored' in row.dataset,
    })));
    for (const { cells, links, explored } of all) {
        const [number, name, verdict, outcomes, chapter] = cells;
        assert.match(number, /^\d+$/);
        assert.ok(name && verdict && chapter && links === 2, cells.join(' | '));
        assert.match(outcomes, explored ? /^\d+ outcomes?( in a sample)?$/ : /^$/);
    }
    assert.ok(all.length > 400 && all.some(row => row.explored) && all.some(row => !row.explored));
    // What its own page says.
    const page2 = await reader.open('guarantees/interleavings.html');
    const outcomes = await page2.locator('#guarantees-ladder-and-rope .schedules-outcomes tbody tr').count();
    const row = page.locator('.listings-index tr:has(a[href$="#guarantees-ladder-and-rope"])');
    assert.equal(await row.locator('.index-explored').textContent(), `${outcomes} outcomes`);
}

async function chosen(reader) {
    for (const from of ['server', 'disk']) {
        const page = await reader.open(index, { from });
        const all = await visible(page).count();
        assert.equal(await said(page), `All ${all} listings`);
        await page.getByRole('searchbox', { name: 'Words' }).focus();
        await page.keyboard.type('Ladder rope');
        const left = await visible(page).allTextContents();
        assert.ok(left.length > 0 && left.length < all);
        assert.equal(await said(page), `${left.length} of ${all} listings`);
        // A heading whose table has no row left would lead nowhere.
        for (const heading of await page.locator('main h2:visible').all()) {
            const id = await heading.getAttribute('id');
            const below = page.locator(`main h2#${id} ~ .listings-index`).first();
            assert.ok(await below.isVisible(), id);
        }
        const listed = page.locator('.page-contents a:visible');
        assert.equal(await listed.count(), await page.locator('main h2:visible').count(), 'the list of sections has those that are there');
        // The verdict, the part and the box; then the button.
        for (let at = 0; at < 4; at += 1) {
            await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Enter');
        assert.equal(await said(page), `All ${all} listings`);
        assert.equal(await visible(page).count(), all);
        // As it is typed, and as the book calls a listing.
        for (const words of ["thread's", 'Listing 12']) {
            await page.getByRole('searchbox').fill(words);
            assert.ok(await visible(page).count() > 0, words);
        }
        await page.getByRole('searchbox').fill('nothing has such a name');
        assert.equal(await said(page), `0 of ${all} listings`);
        assertNoFaults(page);
    }
}

async function byProperty(reader) {
    const page = await reader.open(index);
    await page.getByLabel('Verdict').selectOption('Hangs');
    const verdicts = await visible(page).locator('.index-verdict').allTextContents();
    assert.ok(verdicts.length > 3 && verdicts.every(verdict => verdict === 'Hangs'), verdicts.join());
    await page.getByLabel('Part').selectOption('Sharing');
    const addresses = await visible(page).locator('.index-chapter a').evaluateAll(links => links.map(link => link.pathname));
    assert.ok(addresses.length > 0 && addresses.every(address => address.includes('/sharing/')), addresses.join());
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Explored only').check();
    const explored = await visible(page).locator('.index-explored').allTextContents();
    assert.ok(explored.length > 50 && explored.every(words => words.includes('outcome')), `${explored.length}`);
    assertNoFaults(page);
}

async function withoutScript(reader) {
    const page = await reader.open(index, { script: false });
    assert.equal(await page.locator('.index-filter').count(), 0);
    assert.ok(await visible(page).count() > 400);
}

async function onPaper(reader) {
    const page = await reader.open(index);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.index-filter').isVisible(), false);
    // What is printed of a choice says that it is one.
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('searchbox').fill('E0277');
    await page.emulateMedia({ media: 'print' });
    assert.match(await page.locator('.index-filter').innerText(), /^\d+ of \d+ listings$/);
}

async function widths(reader) {
    for (const size of [desk, wider, phone]) {
        const page = await reader.open(index, { size });
        assert.deepEqual(await page.evaluate(tooWide), []);
        const overlaps = await page.locator('.index-filter :is(input, select, button)').evaluateAll(fields => {
            const boxes = fields.map(field => field.getBoundingClientRect());
            return boxes.filter((one, at) => boxes.some((other, before) => before < at
                && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length;
        });
        assert.equal(overlaps, 0, `fields overlap at ${size.width}`);
        if (size !== phone) {
            const [first, second] = await page.locator('.listings-index thead').first().locator('th').evaluateAll(cells => cells.map(cell => cell.offsetWidth));
            assert.ok(first < 80 && second > 4 * first, `${first} and ${second} px at ${size.width}`);
        }
    }
}

async function signs(reader) {
    const page = await reader.open(matrix);
    const answers = await page.locator('.matrix td:is(.matrix-yes, .matrix-no)').evaluateAll(cells => cells.map(cell => ({
        word: cell.innerText.trim(),
        sign: getComputedStyle(cell, '::before').content.split(' / ')[0],
        colour: getComputedStyle(cell, '::before').color,
        seen: cell.firstElementChild.offsetWidth,
    })));
    const kinds = [...new Set(answers.map(answer => Object.values(answer).join(' ')))];
    assert.equal(kinds.length, 2, kinds.join('\n'));
    assert.deepEqual(new Set(answers.map(answer => answer.word)), new Set(['yes', 'no']));
    assert.equal(new Set(answers.map(answer => answer.sign)).size, 2);
    assert.equal(new Set(answers.map(answer => answer.colour)).size, 2);
    // The sign is what is seen, the word what is read out.
    assert.ok(answers.every(answer => answer.seen <= 1));
    const legend = page.locator('.matrix-legend');
    assert.match(await legend.innerText(), /yes: the compiler agrees\s+no: it refuses/);
    assert.equal(await legend.locator('.matrix-yes').evaluate(sign => getComputedStyle(sign, '::before').content.split(' / ')[0]),
        answers.find(answer => answer.word === 'yes').sign);
    const tree = await page.locator('.matrix tbody tr').nth(1).ariaSnapshot();
    assert.match(tree, /cell "yes"/);
}

async function contrasts(reader) {
    for (const scheme of ['light', 'dark']) {
        const page = await reader.open(matrix, { scheme });
        const ratios = await page.locator('.matrix td:is(.matrix-yes, .matrix-no)').evaluateAll(cells => cells.map(cell => {
            const style = getComputedStyle(cell, '::before');
            const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
            const luminance = colour => {
                canvas.fillStyle = colour;
                canvas.fillRect(0, 0, 1, 1);
                const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255);
                const [red, green, blue] = parts.map(share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
                return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            };
            const [dark, light] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => a - b);
            return (light + 0.05) / (dark + 0.05);
        }));
        assert.ok(Math.min(...ratios) >= 4.5, `${scheme}: ${Math.min(...ratios)}`);
    }
}

async function aligned(reader) {
    for (const size of [desk, wider, phone]) {
        for (const address of ['threads/part.html', 'introduction.html']) {
            const page = await reader.open(address, { size });
            await page.locator('#mdbook-sidebar .path-mark').first().waitFor({ state: 'attached' });
            const edges = async (what, side) => new Set(await page.locator(`.ways ${what}`).evaluateAll((all, side) => all.map(it => {
                const range = document.createRange();
                range.selectNodeContents(it);
                return Math.round(range.getBoundingClientRect()[side]);
            }), side));
            assert.equal((await edges('.way-time', 'right')).size, 1, `${address} at ${size.width}`);
            assert.equal((await edges('li > a', 'left')).size, 1, `${address} at ${size.width}`);
            assert.ok((await edges('.progress-marks', 'right')).size <= 1, `${address} at ${size.width}`);
            assert.ok((await edges('.way-behind', 'left')).size <= 1, `${address} at ${size.width}`);
            // To a screen reader it is a sentence.
            assert.match(await page.locator('.ways li').first().textContent(), /, \d+ minutes?$/);
        }
    }
}

async function contents(reader) {
    const page = await reader.open('sharing/atomics.html');
    const lefts = await page.locator('#mdbook-sidebar ol.section a:has(strong)').evaluateAll(links => links.map(link => {
        const range = document.createRange();
        range.setStart(link.lastChild, link.lastChild.data.search(/\S/));
        range.setEndAfter(link.lastChild);
        return Math.max(...[...range.getClientRects()].map(box => Math.round(box.left)))
            - Math.min(...[...range.getClientRects()].map(box => Math.round(box.left))) + Math.round(range.getClientRects()[0].left);
    }));
    assert.ok(lefts.length > 20);
    assert.ok(Math.max(...lefts) - Math.min(...lefts) <= 2, [...new Set(lefts)].join());
}

async function figures(reader) {
    for (const size of [desk, wider]) {
        for (const address of ['threads/concurrency.html', 'sharing/deadlock.html']) {
            const page = await reader.open(address, { size });
            const loose = await page.locator('.timeline-figure, .schedules-figure').evaluateAll(figures => figures.map(figure => {
                const style = getComputedStyle(figure);
                const inner = figure.getBoundingClientRect().right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth);
                const within = Math.max(...[...figure.querySelectorAll('svg, p, figcaption, ul')].map(it => it.getBoundingClientRect().right));
                return Math.round(inner - within);
            }));
            assert.ok(loose.length > 0 && loose.every(px => px <= 2), `${address} at ${size.width}: ${loose}`);
        }
    }
}

async function inOrder(reader) {
    const page = await reader.open('threads/concurrency.html', { size: phone });
    const table = page.locator('main table', { hasText: 'Ann prints' });
    assert.ok(await table.locator('thead').isVisible());
    for (const row of await table.locator('tr').all()) {
        const boxes = await Promise.all((await row.locator('th, td').all()).map(cell => cell.boundingBox()));
        assert.ok(boxes.every((box, place) => place === 0 || box.x >= boxes[place - 1].x + boxes[place - 1].width - 1), 'side by side');
    }
    // Rows with much text are read one cell below the other, whole.
    const other = await reader.open('appendices/misconceptions.html', { size: phone });
    for (const row of await other.locator('main tbody tr').all()) {
        const boxes = await Promise.all((await row.locator('td').all()).map(cell => cell.boundingBox()));
        assert.ok(boxes.every((box, place) => place === 0 || box.y >= boxes[place - 1].y + boxes[place - 1].height - 1), 'below each other');
        assert.ok(boxes.every(box => box.x >= 0 && box.x + box.width <= phone.width), 'nothing is cut off');
    }
    assertNoFaults(page);
    assertNoFaults(other);
}
