// Search: what a reader looks for is found, by name or by the compiler's words, and is on the screen once the result is
// followed. What must be found for which words is a table, tests/search/queries.txt, that tests/search.rs goes through
// without a browser; here it is seen that a page finds the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { indexOf, placesOf } from '../../search/ask.mjs';
import { every, violations } from '../axe.mjs';
import { assertNoFaults, phone } from '../reader.mjs';

// What somebody types, and where they would want to be led; the words that answer are on the screen there.
const wanted = [
    ['E0277', /appendices\/errors\.html#e0277$/],
    ['E0382', /appendices\/errors\.html#e0382$/],
    ['Rc cannot be sent between threads safely', /#[a-z]+-[a-z-]+$/],
    ['`Rc<...>` cannot be sent', /#[a-z]+-[a-z-]+$/],
    ['deadlock', /sharing\/deadlock\.html#deadlock$/],
    ['recv', /messages\/(channels|waiting)\.html#/],
    ['poison', /sharing\/poisoning\.html#/],
    ['move closure', /threads\/moving\.html#/],
    ['thread::scope', /threads\/borrowing\.html#/],
    ['invoice-read-after-sending', /messages\/ownership\.html#messages-invoice-read-after-sending$/],
    ['rust prevents deadlock', /appendices\/misconceptions\.html#/],
    ['back-pressure', /appendices\/glossary\.html#|messages\/pressure\.html#/],
    ['mutx', /sharing\/mutex\.html#/],
    ['tx rx', /messages\/channels\.html#/],
    ['borrowed value does not live long enough', /#[a-z]+-[a-z-]+$/],
    ['called `Result::unwrap()` on an `Err` value: PoisonError { .. }', /sharing\/poisoning\.html#sharing-[a-z-]+$/],
];

// What may be loaded before the first result is there, packed, in bytes. At 1.6 Mbit/s that is six tenths of a second;
// tests/browser/measure.mjs takes the time.
const first = 120 * 1024;

export function cases(book) {
    return {
        'a page finds what the table of queries says': reader => asTheTable(reader, book),
        'what is looked for is found and seen at a desk': reader => leadsEach(reader, {}, wanted),
        'what is looked for is found and seen on a phone': reader => leadsEach(reader, { size: phone }, wanted.slice(0, 4)),
        'a compiler message leads to the listing that the compiler refuses so': phrase,
        'it works from the disk': reader => leads(reader, { from: 'disk' }),
        'it works where storage is refused': reader => leads(reader, { storage: false }),
        'the keyboard is enough': keyboard,
        'a key opens it again in the frame in which it was closed': again,
        'what is found is announced': announced,
        'a word that is read as another is told of': corrected,
        'each result says what it is': kinds,
        'nothing is loaded before it is wanted': lazy,
        'the first result needs one small file': light,
        'an index that cannot be loaded is told of, and asked for again': unloaded,
        'a place on the open page is found without loading it again': samePage,
        'words that nothing has together are found one by one': some,
        'a place that has more of the words comes before one that has fewer': more,
        'its button stays where it is when its styles arrive': steady,
        'an arrow key does not turn the page below': arrows,
        'without JavaScript there is no button that does nothing': withoutScript,
        'it has no fault of accessibility in either scheme': accessible,
    };
}

// Opens the search and types; the list is complete once the text is there.
async function ask(page, query) {
    await page.locator('.search-open').click();
    await page.locator('.search-field').fill(query);
    await page.waitForFunction(() => /result|Nothing found/.test(document.querySelector('.search-said').textContent)
        && !document.querySelector('.search-said').textContent.includes('still loading'));
}

// Each from the page that the one before has led to.
async function leadsEach(reader, options, queries) {
    const page = await reader.open('introduction.html', options);
    const lost = [];
    for (const [query, where] of queries) {
        await ask(page, query);
        const result = page.locator('.search-result').first();
        const [place, find] = await result.evaluate(({ pathname, hash, search }) => [pathname + hash, new URLSearchParams(search).get('find')]);
        await result.click();
        // The words leave the address once they have been shown.
        await page.waitForFunction(place => location.href.endsWith(place) && location.search === '', place);
        const words = find.split(' ').filter(word => word !== '');
        const seen = await page.evaluate(onScreen);
        const missing = words.filter(word => !seen.includes(word));
        if (!where.test(page.url()) || words.length === 0 || missing.length > 0) {
            lost.push(`${query} leads to ${page.url()}, where the screen lacks: ${missing.join(' ')}`);
        }
    }
    assert.deepEqual(lost, []);
    assertNoFaults(page);
}

// From the disk, where nothing but a script can be read, and with the index read bit by bit.
async function asTheTable(reader, book) {
    const index = indexOf(book);
    const lines = readFileSync(new URL('../../search/queries.txt', import.meta.url), 'utf8').split('\n');
    const queries = lines.map(line => line.match(/^([^#].*?) (?:=>|~>) /)?.[1]).filter(query => query !== undefined);
    assert.ok(queries.length >= 60, `${queries.length} queries`);
    const page = await reader.open('sharing/mutex.html', { from: 'disk' });
    await ask(page, 'deadlock');
    const found = await page.evaluate(queries => queries.map(query => {
        const field = document.querySelector('.search-field');
        field.value = query;
        field.dispatchEvent(new Event('input'));
        return [...document.querySelectorAll('.search-result')].map(({ pathname, hash }) => pathname + hash);
    }), queries);
    const differs = queries.filter((query, at) => {
        const places = placesOf(index, query).slice(0, 20);
        return places.length === 0 || found[at].length !== places.length || !places.every((place, which) => found[at][which].endsWith(`/${place}`));
    });
    assert.deepEqual(differs, []);
    assertNoFaults(page);
}

async function leads(reader, options) {
    const page = await reader.open('sharing/mutex.html', options);
    await ask(page, 'E0382');
    await page.locator('.search-result').first().click();
    await page.waitForURL(/errors\.html(\?find=e0382)?#e0382$/);
    await page.locator('#e0382').waitFor();
    assert.match(await page.evaluate(onScreen), /e0382/);
}

async function light(reader) {
    const page = await reader.open('introduction.html');
    // Asked of the browser itself: Playwright misses a request now and then, soon after it's told to stop others.
    const network = await page.context().newCDPSession(page);
    const asked = new Map();
    network.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => url.includes('/search/') && asked.set(requestId, url));
    const arrived = new Promise(resolve => {
        network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
            if (asked.get(requestId)?.endsWith('/names.js')) {
                resolve(encodedDataLength);
            }
        });
    });
    await network.send('Network.enable');
    // The text, which comes second, does not come at all.
    await page.route('**/search/text.js', route => route.abort());
    await page.keyboard.press('/');
    await page.locator('.search-field').fill('Rc cannot be sent between threads safely');
    await page.locator('.search-result').first().waitFor();
    const bytes = await arrived;
    assert.ok(bytes > 1024 && bytes <= first, `${bytes} bytes`);
    const names = [...asked.values()].map(url => url.split('/').at(-1));
    assert.deepEqual(names.filter(name => name !== 'text.js'), ['names.js']);
}

async function unloaded(reader) {
    const page = await reader.open('introduction.html');
    let stopped;
    await page.route('**/search/*.js', route => (route.request().url().endsWith(`/${stopped}.js`) ? route.abort() : route.continue()));
    // What a page asks for may slip through a route that it's given after it was loaded.
    await page.reload();
    const told = text => page.locator('.search-said').filter({ hasText: text }).waitFor();
    const steps = [['names', 'The search index can’t be loaded.'], ['text', 'The text of the book can’t be loaded.']];
    for (const [step, fault] of steps) {
        stopped = step;
        await page.locator('.search-open').click();
        await page.locator('.search-field').fill('deadlock');
        await told(fault);
        // The next key says the same.
        await page.keyboard.type('s');
        assert.match(await page.locator('.search-said').textContent(), new RegExp(fault));
        await page.keyboard.press('Escape');
    }
    stopped = undefined;
    await ask(page, 'zzzz');
    assert.equal(await page.locator('.search-said').textContent(), 'Nothing found.');
}

// The text of `main` that the window shows, in small letters.
function onScreen() {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    let seen = '';
    while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const shown = [...range.getClientRects()].some(box => box.height > 0 && box.top >= 0 && box.bottom <= innerHeight);
        seen += shown ? texts.currentNode.data : '';
    }
    return seen.toLowerCase();
}

async function phrase(reader) {
    const page = await reader.open('introduction.html');
    await ask(page, 'Rc cannot be sent between threads safely');
    const first = page.locator('.search-result').first();
    assert.match(await first.locator('.search-snippet').textContent(), /^E0277: `Rc<.*>` cannot be sent between threads safely$/);
    await first.click();
    await page.waitForURL(url => url.hash !== '' && !url.search);
    const text = await page.locator('figure.listing:target').textContent();
    assert.match(text, /Rc<.*>`? cannot be sent between threads safely/);
}

async function keyboard(reader) {
    for (const key of ['/', 's']) {
        const page = await reader.open('introduction.html');
        await page.keyboard.press(key);
        await page.keyboard.type('deadlock');
        const options = page.getByRole('option');
        await options.nth(2).waitFor();
        const chosen = () => page.locator('[role=option][aria-selected=true]').getAttribute('id');
        const active = () => page.getByRole('combobox').getAttribute('aria-activedescendant');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        assert.equal(await active(), 'search-result-1');
        assert.equal(await chosen(), await active());
        await page.keyboard.press('ArrowUp');
        assert.equal(await active(), 'search-result-0');
        await page.keyboard.press('Escape');
        assert.equal(await page.getByRole('dialog').count(), 0);
        await page.keyboard.press(key);
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL(/deadlock\.html#deadlock$/);
        assertNoFaults(page);
    }
}

// Where a key has opened it nothing has the focus to give back, and the field of the closed dialog has it until the next frame.
async function again(reader) {
    const page = await reader.open('introduction.html');
    await page.keyboard.press('/');
    await page.keyboard.type('deadlock');
    await page.getByRole('option').first().waitFor();
    const open = await page.evaluate(() => {
        const dialog = document.querySelector('dialog.search');
        dialog.close();
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
        return dialog.open;
    });
    assert.ok(open);
}

async function announced(reader) {
    const page = await reader.open('introduction.html');
    await ask(page, 'E0382');
    assert.match(await page.getByRole('status').filter({ hasText: 'result' }).textContent(), /^\d+ results(, of which these are the best 20)?\.$/);
    assert.equal(await page.getByRole('combobox').getAttribute('aria-expanded'), 'true');
    await page.locator('.search-field').fill('zzzz');
    await page.getByText('Nothing found.').waitFor();
    assert.equal(await page.getByRole('combobox').getAttribute('aria-expanded'), 'false');
}

async function corrected(reader) {
    const page = await reader.open('introduction.html');
    await ask(page, 'mutx deadlock');
    assert.match(await page.locator('.search-said').textContent(), /^“mutx” was taken for “mutex”\. \d+ results/);
    await page.keyboard.press('Escape');
    // What the book has is what the reader means, though “look” is one letter away.
    await ask(page, 'lock');
    assert.match(await page.locator('.search-said').textContent(), /^\d+ results/);
}

async function kinds(reader) {
    const page = await reader.open('introduction.html');
    const queries = [
        ['deadlock', 'Chapter'], ['Trying a poisoned lock', 'Section'], ['livelock', 'Term'], ['E0382', 'Compiler error'],
        ['invoice-read-after-sending', 'Listing'], ['rust prevents deadlock', 'Misconception'], ['is_finished', 'Standard library'],
        ['value moved into closure here', 'The compiler says'], ['a scoped thread panicked', 'A program says'],
    ];
    for (const [query, kind] of queries) {
        await ask(page, query);
        const shown = await page.locator('.search-result').evaluateAll(results => results.slice(0, 3).map(result => result.querySelector('.search-kind').textContent));
        assert.ok(shown.includes(kind), `${query}: ${shown}`);
        await page.keyboard.press('Escape');
    }
    await ask(page, 'value moved into closure here');
    assert.match(await page.locator('.search-result').first().textContent(), /E0382 in Listing \d+/);
}

async function lazy(reader) {
    const page = await reader.open('introduction.html');
    const asked = [];
    page.on('request', request => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForLoadState('networkidle');
    const index = asked.filter(path => path.startsWith('/search') || path.includes('searchindex'));
    assert.deepEqual(index, []);
    const wanted = page.waitForRequest('**/search/names.js');
    await page.keyboard.press('/');
    await wanted;
    await page.getByText('Titles, listings').waitFor();
}

async function samePage(reader) {
    const page = await reader.open('sharing/poisoning.html');
    await page.evaluate(() => { window.stillHere = true; });
    await ask(page, 'Trying a poisoned lock');
    await page.locator('.search-result').first().click();
    await page.waitForURL(/#trying-a-poisoned-lock$/);
    assert.equal(await page.evaluate(() => window.stillHere), true);
    const { top } = await page.locator('#trying-a-poisoned-lock').evaluate(heading => heading.getBoundingClientRect());
    assert.ok(top >= 0 && top < 900, `the heading is at ${top}`);
}

async function some(reader) {
    const page = await reader.open('introduction.html');
    await ask(page, 'deadlock zzzz');
    assert.match(await page.locator('.search-said').textContent(), /^Nothing has all of these words\. /);
    assert.match(await page.locator('.search-result').first().textContent(), /deadlock/i);
}

async function more(reader) {
    for (const query of ['E0382 moved zzzz', 'moved E0382 zzzz']) {
        const page = await reader.open('introduction.html');
        await ask(page, query);
        assert.match(await page.locator('.search-said').textContent(), /^Nothing has all of these words\. /);
        assert.match(await page.locator('.search-result').first().getAttribute('href'), /#e0382$/, query);
    }
}

async function arrows(reader) {
    const page = await reader.open('sharing/mutex.html');
    await ask(page, 'lock');
    const turned = [];
    page.on('request', request => request.isNavigationRequest() && turned.push(request.url()));
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    // A page that is on its way comes before the answer to this, or breaks it off.
    await page.evaluate(() => fetch('guard.html').then(answer => answer.text()));
    assert.deepEqual(turned, []);
}

async function steady(reader) {
    const page = await reader.open('sharing/mutex.html');
    const isStyled = () => getComputedStyle(document.querySelector('dialog.search')).flexDirection === 'column';
    const place = async () => {
        await page.evaluate(() => document.fonts.ready.then(() => {}));
        return page.locator('.search-open svg').boundingBox();
    };
    // They come when the page is there already.
    await page.waitForFunction(isStyled);
    const styled = await place();
    await page.route('**/theme/search*.css', route => route.abort());
    await page.reload();
    assert.equal(await page.evaluate(isStyled), false);
    assert.deepEqual(await place(), styled);
}

async function withoutScript(reader) {
    const page = await reader.open('sharing/mutex.html', { script: false });
    assert.equal(await page.locator('.search-open').count(), 0);
    assert.equal(await page.locator('dialog.search').count(), 0);
}

async function accessible(reader) {
    for (const scheme of ['light', 'dark']) {
        const page = await reader.open('introduction.html', { scheme });
        await ask(page, 'Rc cannot be sent');
        await page.keyboard.press('ArrowDown');
        assert.deepEqual(await violations(page, every, '.search'), [], scheme);
    }
}
