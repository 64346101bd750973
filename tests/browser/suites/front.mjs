// How one comes into the book and finds one's way back: the board on the first page, and the marks in the contents of what was
// read and found, which the browser keeps.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone } from '../reader.mjs';

const chapter = 'sharing/mutex.html';

export function cases() {
    return {
        'four presses on the first page come to a deadlock': byMouse,
        'what the board says first is not covered on a phone': uncovered,
        'four keys on the first page come to a deadlock': byKeyboard,
        'without JavaScript the first page says what there is': withoutScript,
        'a chapter is marked as read once its end was on the screen': read,
        'found outcomes are counted in the contents': found,
        'the chapters of the one-hour path are marked': onThePath,
        'what was read and found can be forgotten': forgotten,
        'predictions are forgotten as well': predictionsForgotten,
        'what is forgotten in one window is forgotten in the other': forgottenElsewhere,
        'a chapter that was opened with a query is read all the same': withAQuery,
        'marks that cannot be read or kept are none': spoilt,
        'no mark and no board is printed': printed,
        'marks move nothing': settled,
    };
}

const entry = (page, address) => page.locator(`#mdbook-sidebar .chapter-link-wrapper:has(> a[href$="${address}"])`);

// The words of the marks behind a chapter, which are there for who cannot see them.
const marks = (page, address) => entry(page, address).locator('.progress-marks').allTextContents();

async function assertMarks(page, address, words) {
    await page.waitForFunction(([address, words]) => {
        const link = document.querySelector(`#mdbook-sidebar a[href$="${address}"]`);
        return (link?.parentElement.querySelector('.progress-marks')?.textContent ?? '') === words;
    }, [address, words]);
}

// The script with what the book knows of its chapters has come, and has been heard.
const known = page => page.locator('#mdbook-sidebar .path-mark').first().waitFor({ state: 'attached' });

async function assertDeadlock(page) {
    const said = await page.locator('.play .scheduler-said').textContent();
    assert.match(said, /deadlock/i);
    assert.match(await page.locator('.play .scheduler-challenge').textContent(), /1 of 2/);
    assertNoFaults(page);
}

async function byMouse(reader) {
    for (const [size, from] of [[desk, 'server'], [phone, 'disk']]) {
        const page = await reader.open('index.html', { size, from });
        for (const lane of [0, 0, 1, 2]) {
            await page.locator('.play .scheduler-go').nth(lane).click();
        }
        await assertDeadlock(page);
    }
}

// Wherever the window begins: what is to be pressed stays on the screen, but not upon the words that say so.
async function uncovered(reader) {
    const page = await reader.open('index.html', { size: phone });
    const first = page.locator('.play .scheduler-help');
    await first.waitFor();
    const covered = await first.evaluate(help => {
        const places = [];
        for (const above of [780, 700, 600, 400, 100]) {
            scrollTo({ top: scrollY + help.getBoundingClientRect().top - above, behavior: 'instant' });
            const { left, top, width, height } = help.getBoundingClientRect();
            for (const part of [0.1, 0.9]) {
                const [x, y] = [left + width / 2, top + height * part];
                if (y < innerHeight && !help.contains(document.elementFromPoint(x, y))) {
                    places.push(`${part} of it, ${Math.round(top)} px from the top`);
                }
            }
        }
        return places;
    });
    assert.deepEqual(covered, []);
}

async function byKeyboard(reader) {
    const page = await reader.open('index.html');
    await page.locator('.play .scheduler-go').first().focus();
    for (const key of ['1', '1', '2', '3']) {
        await page.keyboard.press(key);
    }
    await assertDeadlock(page);
}

async function withoutScript(reader) {
    const page = await reader.open('index.html', { script: false, from: 'disk' });
    assert.equal(await page.locator('main button:visible').count(), 0);
    assert.ok(await page.locator('.play-without').getByText('LADDER.lock').first().isVisible());
    assert.ok(await page.locator('.play-without').getByText('two outcomes').isVisible());
    for (const way of ['Start reading', 'Find my compiler error', 'Take the listings']) {
        assert.ok(await page.getByRole('link', { name: way }).isVisible(), way);
    }
    await page.getByRole('link', { name: 'Start reading' }).click();
    await page.waitForURL('**/introduction.html');
    assert.equal(await page.getByRole('button', { name: 'Forget' }).count(), 0);
    assertNoFaults(page);
}

async function read(reader) {
    for (const from of ['server', 'disk']) {
        const page = await reader.open(chapter, { from });
        await known(page);
        // Nothing is marked by being opened.
        await page.locator('main h2').nth(1).evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
        await page.evaluate(() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted))));
        assert.deepEqual((await marks(page, chapter)).join('').includes('(read)'), false);
        await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
        await page.waitForFunction(() => document.querySelector('#mdbook-sidebar a.active').parentElement.querySelector('.read-mark'));
        await page.goto(reader.address('sharing/part.html', from));
        await entry(page, chapter).locator('.read-mark').waitFor();
        await page.locator(`.ways-part li:has(a[href$="${chapter}"]) .read-mark`).waitFor();
        assert.equal(await page.locator('#mdbook-sidebar .read-mark').count(), 1);
        assertNoFaults(page);
    }
}

async function found(reader) {
    const page = await reader.open('index.html');
    await known(page);
    for (const lane of [0, 0, 1, 2]) {
        await page.locator('.play .scheduler-go').nth(lane).click();
    }
    const words = /\(1 of \d+ outcomes found\)/;
    await entry(page, 'guarantees/interleavings.html').locator('.found-mark').waitFor();
    assert.match((await marks(page, 'guarantees/interleavings.html')).join(''), words);
    // All of them, as the boards of that chapter have them.
    await page.goto(reader.address('guarantees/interleavings.html'));
    const all = await page.evaluate(() => [...document.querySelectorAll('.schedules-data')]
        .reduce((sum, data) => sum + JSON.parse(data.textContent).outcomes.length, 0));
    await entry(page, 'guarantees/interleavings.html').locator('.found-mark').waitFor();
    assert.ok((await marks(page, 'guarantees/interleavings.html')).join('').includes(`(1 of ${all} outcomes found)`));
    assertNoFaults(page);
}

async function onThePath(reader) {
    const page = await reader.open('introduction.html');
    await known(page);
    const wanted = await page.locator('.ways-path li > a').evaluateAll(links => links.map(link => link.pathname));
    const marked = await page.locator('#mdbook-sidebar .chapter-link-wrapper:has(.path-mark) > a').evaluateAll(links => links.map(link => link.pathname));
    assert.deepEqual(marked, wanted);
    assert.equal(marked.length, 13);
    await assertMarks(page, 'threads/spawning.html', ' (on the one-hour path)');

    const without = await reader.open('introduction.html', { script: false });
    await without.locator('label[for="mdbook-sidebar-toggle-anchor"]').click();
    const frame = without.frameLocator('#mdbook-sidebar iframe');
    await frame.locator('.path-mark').first().waitFor();
    assert.equal(await frame.locator('.path-mark').count(), 13);
    assertNoFaults(without);
}

async function forgotten(reader) {
    const page = await reader.open('index.html');
    await page.evaluate(() => {
        const book = new URL('./', location.href).href;
        localStorage.setItem(`mdbook-listings:read:${book} `, '["sharing/mutex.html"]');
        localStorage.setItem(`mdbook-listings:place:${book} `, '{"address":"sharing/mutex.html","title":"Mutex","id":""}');
        localStorage.setItem(`mdbook-listings:found:${book} guarantees/ladder-and-rope`, '["x"]');
        // Of a book that lies below this one.
        localStorage.setItem(`mdbook-listings:found:${book}another/ guarantees/ladder-and-rope`, '["x"]');
        localStorage.setItem('mdbook-theme', 'navy');
        localStorage.setItem('mdbook-listings:letters', 'no');
    });
    await page.goto(reader.address('introduction.html'));
    await entry(page, chapter).locator('.read-mark').waitFor();
    // The button stands above the end of this chapter, which then counts as read as well.
    await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant', block: 'end' }));
    await entry(page, 'introduction.html').locator('.read-mark').waitFor();
    await page.getByRole('button', { name: 'Forget what I’ve read, predicted and found' }).click();
    assert.equal(await page.locator('.forget [role="status"]').textContent(), 'Forgotten.');
    assert.equal(await page.locator('.read-mark, .found-mark').count(), 0);
    const left = await page.evaluate(() => Object.keys(localStorage).filter(key => !/^mdbook-sidebar/.test(key)).sort());
    assert.deepEqual(left, [`mdbook-listings:found:${reader.address('')}another/ guarantees/ladder-and-rope`, 'mdbook-listings:letters', 'mdbook-theme']);
    await page.goto(reader.address('index.html'));
    assert.equal(await page.locator('.place').count(), 0, 'where the reader was is forgotten as well');
    assertNoFaults(page);
}

async function forgottenElsewhere(reader) {
    const page = await reader.open(chapter);
    await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await entry(page, chapter).locator('.read-mark').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.goto(reader.address('introduction.html'));
    await other.getByRole('button', { name: 'Forget what I’ve read, predicted and found' }).click();
    // A window in the background may draw no frames, by which Playwright would look again.
    await page.waitForFunction(() => !document.querySelector('.read-mark'), null, { polling: 100 });
    await page.goto(reader.address('index.html'));
    assert.equal(await page.locator('.place').count(), 0);
    assertNoFaults(page);
}

async function withAQuery(reader) {
    const page = await reader.open(`${chapter}?from=mail`);
    await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await entry(page, chapter).locator('.read-mark').waitFor();
    assertNoFaults(page);
}

async function predictionsForgotten(reader) {
    const listing = '#messages-sent-and-never-received';
    const page = await reader.open('messages/channels.html');
    await page.locator(`${listing} .choice-right > summary`).click();
    await page.reload();
    await page.locator(`${listing} .choice-made`).waitFor();
    await page.goto(reader.address('introduction.html'));
    await page.getByRole('button', { name: 'Forget what I’ve read, predicted and found' }).click();
    await page.goto(reader.address('messages/channels.html'));
    assert.equal(await page.locator('.choice-made').count(), 0);
    assert.equal(await page.locator(`${listing} > .listing-evidence`).isVisible(), false);
    assertNoFaults(page);
}

async function spoilt(reader) {
    const refused = await reader.open(chapter, { storage: false });
    await known(refused);
    await refused.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await entry(refused, chapter).locator('.read-mark').waitFor();
    assertNoFaults(refused);

    const page = await reader.open(chapter);
    for (const bad of ['{', '7', '{"a":1}', '[7]']) {
        await page.evaluate(bad => {
            const book = new URL('../', location.href).href;
            localStorage.setItem(`mdbook-listings:read:${book} `, bad);
            localStorage.setItem(`mdbook-listings:found:${book} guarantees/ladder-and-rope`, bad === '[7]' ? '{}' : bad);
        }, bad);
        await page.reload();
        await known(page);
        assert.equal(await page.locator('.read-mark, .found-mark').count(), 0, bad);
    }
    await page.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await page.reload();
    await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await known(page);
    assertNoFaults(page);
}

async function printed(reader) {
    const page = await reader.open('index.html');
    await known(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.play .scheduler:visible, .progress-marks:visible, main button:visible').count(), 0);
    assert.ok(await page.locator('.play-without').getByText('LADDER.lock').first().isVisible());
    assertNoFaults(page);
}

// A mark that comes later finds its room empty.
async function settled(reader) {
    const page = await reader.open(chapter);
    const links = () => page.locator('#mdbook-sidebar a').evaluateAll(links => links.map(link => link.getBoundingClientRect()).map(box => [box.x, box.y, box.width, box.height].join()));
    await known(page);
    const before = await links();
    await page.locator('#remember').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
    await entry(page, chapter).locator('.read-mark').waitFor();
    assert.deepEqual(await links(), before);
    const covered = await page.evaluate(() => [...document.querySelectorAll('#mdbook-sidebar .progress-marks')].filter(marks => {
        const text = document.createRange();
        text.selectNodeContents(marks.previousElementSibling);
        const [mark, words] = [marks.getBoundingClientRect(), text.getBoundingClientRect()];
        return mark.left < words.right && mark.top < words.bottom && mark.bottom > words.top;
    }).map(marks => marks.previousElementSibling.textContent));
    assert.deepEqual(covered, []);
}
