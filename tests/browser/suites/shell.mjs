// What is around the text: skip link, contents, keys, themes, the last place, paper.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, enlarged, phone } from '../reader.mjs';

const chapter = 'threads/spawning.html';

export function cases() {
    return {
        'the skip link is the first stop and leads to the text': skipped,
        'on a phone a few stops lead to the text': fewStops,
        'the contents are opened, used and closed by keyboard on a desk': reader => contents(reader, desk),
        'the contents are opened, used and closed by keyboard on a phone': reader => contents(reader, phone),
        'the contents are opened, used and closed by keyboard at 400 percent': reader => contents(reader, enlarged),
        'the contents are there without JavaScript': contentsWithoutScript,
        'arrow keys scroll code and turn pages elsewhere': arrows,
        'the keys are explained, and those of one character can be switched off': help,
        'keys work after a box was ticked': ticked,
        'contents and keys are as they were last chosen on a page that is loaded again on the way back': chosenSince,
        'the theme follows the system until one is chosen': themes,
        'the last place is offered on the first page': place,
        'a browser that refuses storage is no fault': refused,
        'a last place that cannot be read is none, and the page works': badPlace,
        'where storage is full the switch of the keys works for the page': full,
        'a page that does not exist helps from any depth': notFound,
        'motion is reduced for who wants that': still,
        'on paper nothing is folded, wrapped or to be pressed': paper,
        'the book on one page has contents that lead to its chapters, nothing to press, and leaves no mark': onePage,
        'text has 65 to 75 characters in a line': lines,
    };
}

const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.outerHTML.slice(0, 80));

async function skipped(reader) {
    for (const [address, size] of [[chapter, desk], [chapter, phone], ['404.html', desk]]) {
        const page = await reader.open(address, { size, still: true });
        await page.keyboard.press('Tab');
        assert.equal(await focused(page), 'skip-link');
        const seen = await page.locator('#skip-link').boundingBox();
        assert.ok(seen.x >= 0 && seen.y >= 0 && seen.height >= 24, 'the skip link is not to be seen');
        await page.keyboard.press('Enter');
        assert.equal(await focused(page), 'mdbook-main');
        await page.keyboard.press('Tab');
        assert.ok(await page.evaluate(() => document.activeElement.closest('main a, main button, main pre')), await focused(page));
        assertNoFaults(page);
    }
}

async function fewStops(reader) {
    const page = await reader.open(chapter, { size: phone });
    let stops = 0;
    do {
        await page.keyboard.press('Tab');
        stops += 1;
        assert.ok(stops < 12, `after ${stops} stops the focus is at ${await focused(page)}`);
    } while (!await page.evaluate(() => document.activeElement.closest('main')));
}

async function contents(reader, size) {
    const page = await reader.open(chapter, { size });
    const toggle = page.locator('#mdbook-sidebar-toggle');
    const inContents = () => page.evaluate(() => document.activeElement.closest('#mdbook-sidebar') !== null);
    const assertOpen = async open => {
        assert.equal(await toggle.getAttribute('aria-expanded'), String(open));
        await page.locator('#mdbook-sidebar a').first().waitFor({ state: open ? 'visible' : 'hidden' });
    };
    if (size === desk) {
        await assertOpen(true);
        await toggle.focus();
        await page.keyboard.press('Enter');
    }
    await assertOpen(false);
    // A closed one is passed by.
    await page.locator('#skip-link').focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'mdbook-sidebar-toggle');

    await page.keyboard.press('Space');
    await assertOpen(true);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '../threads/spawning.html');
    await page.keyboard.press('Escape');
    await assertOpen(false);
    assert.equal(await focused(page), 'mdbook-sidebar-toggle');

    await page.keyboard.press('Enter');
    await assertOpen(true);
    if (size !== desk) {
        // They cover the page, so whoever goes on to the page has left them.
        while (await inContents() || await focused(page) === 'mdbook-sidebar-toggle') {
            await page.keyboard.press('Tab');
        }
        await assertOpen(false);
        await toggle.focus();
        await page.keyboard.press('Enter');
    }
    while (!await page.evaluate(() => document.activeElement.href?.endsWith('threads/joining.html'))) {
        await page.keyboard.press('Tab');
        assert.ok(await inContents());
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/threads/joining.html');
    assertNoFaults(page);
}

async function contentsWithoutScript(reader) {
    for (const size of [desk, phone]) {
        const page = await reader.open(chapter, { size, script: false, from: 'disk' });
        assert.equal(await page.locator('button:visible').count(), 0, 'there is a button that does nothing');
        await page.keyboard.press('Tab');
        assert.match(await page.locator(':focus').textContent(), /Skip to the text/);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        const chapters = page.frameLocator('#mdbook-sidebar iframe').locator('a');
        await chapters.first().waitFor();
        assert.ok(await chapters.count() > 30);
        await chapters.filter({ hasText: 'Joining' }).click();
        await page.waitForURL('**/threads/joining.html');
        assertNoFaults(page);
    }
}

async function arrows(reader) {
    const page = await reader.open('threads/moving.html', { size: phone, still: true });
    const left = [];
    page.on('request', request => request.isNavigationRequest() && left.push(request.url()));
    // Most of what is wide is what the compiler says.
    await page.locator('.listing-all, .answer, .choice-none').evaluateAll(all => all.forEach(it => { it.open = true; }));
    const wide = page.locator('main pre').filter({ visible: true });
    let tried = 0;
    for (const frame of await wide.all()) {
        if (await frame.evaluate(it => it.scrollWidth <= it.clientWidth)) {
            continue;
        }
        await frame.focus();
        assert.ok(await frame.evaluate(it => it === document.activeElement), 'code that scrolls is not reached by Tab');
        await page.keyboard.press('ArrowRight');
        await page.waitForFunction(it => it.scrollLeft > 0, await frame.elementHandle());
        tried += 1;
    }
    assert.ok(tried > 1);
    await page.locator('.listing-copy').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#mdbook-theme-toggle').focus();
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(left, []);

    await page.locator('#skip-link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**/threads/bounds.html');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL('**/threads/moving.html');
    assertNoFaults(page);
}

async function help(reader) {
    const page = await reader.open(chapter);
    const dialog = page.locator('#mdbook-help');
    await page.keyboard.press('?');
    await dialog.waitFor();
    assert.ok(await dialog.evaluate(it => it.contains(document.activeElement)));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    const toggle = page.locator('#mdbook-help-toggle');
    await toggle.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Use the keys').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await focused(page), 'mdbook-help-toggle');
    await page.keyboard.press('?');
    assert.ok(!await dialog.isVisible(), 'a key works that was switched off');
    await page.reload();
    await page.keyboard.press('?');
    assert.ok(!await dialog.isVisible(), 'what was switched off is forgotten');
    assertNoFaults(page);
}

async function ticked(reader) {
    const page = await reader.open('sharing/mutex.html');
    const search = page.locator('dialog.search');
    const help = page.locator('#mdbook-help');
    for (const [key, opened] of [['/', search], ['s', search], ['?', help]]) {
        await page.getByRole('checkbox', { name: 'Predict first' }).click();
        await page.keyboard.press(key);
        await opened.waitFor();
        await page.keyboard.press('Escape');
        await opened.waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('?');
    await page.getByLabel('Use the keys').uncheck();
    await page.getByLabel('Use the keys').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await search.waitFor();
    assertNoFaults(page);
}

// With their boxes as they were left, the page would keep room for contents that are closed.
async function chosenSince(reader) {
    const page = await reader.open(chapter);
    const contents = page.locator('#mdbook-sidebar');
    assert.ok(await contents.isVisible());
    await page.goto(reader.address('sharing/mutex.html'));
    await page.locator('#mdbook-sidebar-toggle').click();
    await contents.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByLabel('Use the keys').uncheck();
    await page.goBack();
    assert.ok(!await contents.isVisible());
    const left = await page.locator('#mdbook-page-wrapper').evaluate(it => it.getBoundingClientRect().left);
    assert.ok(left < 1, `the page leaves ${left} pixels to contents that are closed`);
    await page.locator('#mdbook-main').focus();
    await page.keyboard.press('?');
    assert.ok(!await page.locator('#mdbook-help').isVisible(), 'a key works that was switched off on another page');
    assertNoFaults(page);
}

async function themes(reader) {
    const light = 'rgb(255, 255, 255)';
    const page = await reader.open(chapter, { scheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const toDark = () => page.waitForFunction(old => getComputedStyle(document.documentElement).backgroundColor !== old, light);
    assert.equal(await ground(), light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await toDark();
    const dark = await ground();
    await page.waitForFunction(it => document.querySelector('meta[name="theme-color"]').content === it, dark);

    const toggle = page.locator('#mdbook-theme-toggle');
    await toggle.focus();
    await page.keyboard.press('Enter');
    const choice = name => page.getByRole('menuitemradio', { name });
    assert.equal(await choice('Auto').getAttribute('aria-checked'), 'true');
    assert.deepEqual(await page.getByRole('menuitemradio').allTextContents(), ['Auto', 'Light', 'Dark']);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await choice('Light').getAttribute('aria-checked'), 'true');
    assert.equal(await ground(), light);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'mdbook-theme-toggle');
    await page.reload();
    assert.equal(await ground(), light, 'the choice is forgotten');
    await toggle.click();
    await choice('Auto').click();
    await toDark();
    // What another book on the same host has left behind is none of this one's themes.
    await page.evaluate(() => localStorage.setItem('mdbook-theme', 'coal'));
    await page.reload();
    assert.equal(await ground(), dark);
    assert.doesNotMatch(await page.locator('html').getAttribute('class'), /coal/);
    assertNoFaults(page);

    const without = await reader.open(chapter, { scheme: 'dark', script: false });
    assert.match(await without.locator('html').evaluate(it => getComputedStyle(it).colorScheme), /dark/);
}

async function place(reader) {
    for (const from of ['server', 'disk']) {
        const page = await reader.open('index.html', { from });
        assert.equal(await page.locator('.place').count(), 0);
        await page.goto(reader.address('sharing/mutex.html', from));
        const heading = page.locator('main h2').nth(2);
        const id = await heading.getAttribute('id');
        await heading.evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
        await page.goto(reader.address('welcome.html', from));
        await page.getByRole('link', { name: 'Continue where you were: Mutex' }).click();
        await page.waitForURL('**/sharing/mutex.html#*');
        assert.equal(new URL(page.url()).hash, `#${id}`);
        assertNoFaults(page);
    }
}

async function refused(reader) {
    const page = await reader.open(chapter, { storage: false });
    await page.locator('#mdbook-theme-toggle').click();
    for (const name of ['Dark', 'Auto']) {
        await page.getByRole('menuitemradio', { name }).click();
    }
    await page.keyboard.press('Escape');
    await page.locator('#mdbook-sidebar-toggle').click();
    await page.locator('#mdbook-sidebar-toggle').click();
    await page.locator('#mdbook-sidebar a', { hasText: 'Joining' }).click();
    await page.waitForURL('**/threads/joining.html');
    await page.goto(reader.address('introduction.html'));
    assertNoFaults(page);
}

async function badPlace(reader) {
    const page = await reader.open(chapter);
    for (const bad of ['{', '7', '{}']) {
        await page.goto(reader.address('welcome.html'));
        await page.evaluate(bad => localStorage.setItem(`mdbook-listings:place:${new URL('./', location.href).href} `, bad), bad);
        await page.reload();
        assert.equal(await page.locator('.place').count(), 0, bad);
    }
    assertNoFaults(page);
}

async function full(reader) {
    const page = await reader.open(chapter);
    await page.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await page.reload();
    await page.keyboard.press('?');
    await page.getByLabel('Use the keys').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    assert.ok(!await page.locator('#mdbook-help').isVisible());
    assertNoFaults(page);
}

async function notFound(reader) {
    const page = await reader.open(chapter);
    for (const address of ['gone.html', 'sharing/gone.html', 'a/b/c/gone.html']) {
        const response = await page.goto(reader.address(address));
        assert.equal(response.status(), 404);
        const links = await page.locator('main a:not(.header), .chapter a, .menu-title').evaluateAll(all => all.map(a => a.href));
        assert.ok(links.length > 35);
        const broken = await page.evaluate(async links => {
            const found = await Promise.all([...new Set(links)].map(async link => [link, (await fetch(link)).status]));
            return found.filter(([, status]) => status !== 200);
        }, links);
        assert.deepEqual(broken, []);
    }
    // The browser logs that the page itself is not there.
    assert.deepEqual(page.faults.filter(fault => !/gone\.html/.test(fault)), []);
}

async function still(reader) {
    const page = await reader.open(chapter, { still: true });
    await page.locator('#mdbook-sidebar-toggle').click();
    assert.deepEqual(await page.evaluate(() => document.getAnimations().map(it => String(it.effect.target))), []);
}

async function paper(reader) {
    // The width of a sheet of A4 less its margins.
    const page = await reader.open('sharing/deadlock.html', { size: { width: 672, height: 980 }, scheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.deepEqual(await page.evaluate(() => {
        const shown = element => element.checkVisibility({ checkOpacity: true, contentVisibilityAuto: true });
        const faults = [...document.querySelectorAll('button, input, #skip-link, nav, .scheduler')].filter(shown);
        const named = (fault, element) => `${fault}: ${element.closest('[id]')?.id}: ${element.outerHTML.slice(0, 100)}`;
        const all = faults.map(element => named('on paper', element));
        for (const frame of document.querySelectorAll('.listing-code, .listing-screen')) {
            const wraps = line => line.offsetHeight > 2 * parseFloat(getComputedStyle(line).fontSize);
            const wrapped = [...frame.querySelectorAll('.line:not(.prose)')].filter(wraps);
            all.push(...wrapped.map(line => named('wrapped', line)));
            if (!shown(frame)) {
                all.push(named('folded', frame));
            } else if (frame.scrollWidth > frame.clientWidth + 1) {
                all.push(named('cut off', frame));
            }
        }
        return all;
    }), []);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.ok(await page.locator('details:not([open])').count(), 'what was folded is not folded again');
    assertNoFaults(page);
}

async function onePage(reader) {
    const page = await reader.open(chapter);
    const names = await page.locator('.chapter-item > .chapter-link-wrapper > a').allTextContents();
    await page.addInitScript(() => { window.print = () => { throw new Error('the page prints by itself'); }; });
    await page.goto(reader.address('print.html'));
    const links = page.locator('main > .print-contents a');
    assert.deepEqual((await links.allTextContents()).map(plain), names.map(plain));
    const astray = await links.evaluateAll(all => all.filter(a => document.querySelector(a.getAttribute('href'))?.tagName !== 'H1'));
    assert.deepEqual(astray, []);
    assert.equal(await page.locator('.index-filter').count(), 0, 'there is something that chooses from the index');
    assert.equal(await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('mdbook-listings:read')).length), 0);
    assertNoFaults(page);
}

// A name in the contents without its number, which is set in different ways.
function plain(name) {
    return name.replace(/^\d+\.?\s+/, '').trim();
}

async function lines(reader) {
    const page = await reader.open(chapter);
    for (const address of [chapter, 'introduction.html', 'guarantees/races.html', 'sharing/mutex.html']) {
        await page.goto(reader.address(address));
        const lengths = await page.evaluate(() => {
            const lengths = [];
            for (const paragraph of document.querySelectorAll('main > p')) {
                const { top } = paragraph.getBoundingClientRect();
                const height = parseFloat(getComputedStyle(paragraph).lineHeight);
                const lines = [];
                const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    for (let at = 0; at < texts.currentNode.length; at += 1) {
                        const range = document.createRange();
                        range.setStart(texts.currentNode, at);
                        range.setEnd(texts.currentNode, at + 1);
                        const box = range.getBoundingClientRect();
                        const line = Math.floor(((box.top + box.bottom) / 2 - top) / height);
                        lines[line] = (lines[line] ?? 0) + 1;
                    }
                }
                // The last line ends where the paragraph does.
                lengths.push(...lines.slice(0, -1));
            }
            return lengths.sort((a, b) => a - b);
        });
        assert.ok(lengths.length > 20);
        const median = lengths[Math.floor(lengths.length / 2)];
        assert.ok(median >= 65 && median <= 75, `${address}: half of the lines have more than ${median} characters`);
        const longest = lengths[Math.floor(lengths.length * 0.95)];
        assert.ok(longest <= 80, `${address}: one line in twenty has more than ${longest} characters`);
    }
    const size = await page.locator('main pre code').first().evaluate(it => parseFloat(getComputedStyle(it).fontSize));
    assert.ok(size >= 15, `code is ${size} px high`);
}

// From the disk; the suite of accessibility opens every page from a server, and looks at its widths on a desk and on a phone
// with everything unfolded. The page for what is not found is never shown from the disk, and its addresses begin at the
// site's.
