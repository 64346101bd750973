// Listings: read without scrolling on a phone, copied, taken along, linked to, and hidden until the reader has predicted.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, phone } from '../reader.mjs';

const narrow = { width: 320, height: 640 };
const chapter = 'sharing/mutex.html';

export function cases(book) {
    return {
        'code is at least 15 pixels high on a desk and 14 on a phone': sizes,
        'a wrapped line is copied without its break': copiedWithoutBreak,
        'a listing is copied by keyboard and says so': copied,
        'a second copy is announced too and stays as long as the first': copiedTwice,
        'Copy program gives the whole program': program,
        'a line that is linked to is seen': line,
        'a line that is to blame does not look like the others': blamed,
        'predict first hides what listings do on every page until asked': predict,
        'predict first is as it was last chosen on a page that one goes back to': goneBackTo,
        'predict first is as it was last chosen on a page that is loaded again on the way back': loadedAgainOnTheWayBack,
        'predict first is there before the first listing, so that nothing moves': beforeTheFirst,
        'a link into hidden evidence shows it': intoHidden,
        'without JavaScript nothing is hidden and no button is dead': withoutScript,
        'where nothing is remembered the switch works for the page': notRemembered,
    };
}

async function sizes(reader) {
    for (const [size, least] of [[desk, 15], [phone, 14]]) {
        const page = await reader.open(chapter, { size });
        const found = await page.locator('.listing-code code').evaluateAll(codes => codes.map(code => parseFloat(getComputedStyle(code).fontSize)));
        assert.ok(found.length > 5 && found.every(pixels => pixels >= least), `${found}`);
    }
}

async function copiedWithoutBreak(reader) {
    const page = await reader.open(chapter, { size: narrow });
    const [selected, expected] = await page.evaluate(() => {
        const wrapped = [...document.querySelectorAll('.listing-code .line')].find(line => line.clientHeight > 40);
        const range = document.createRange();
        range.selectNodeContents(wrapped);
        window.getSelection().removeAllRanges();
        window.getSelection().addRange(range);
        return [window.getSelection().toString(), wrapped.textContent];
    });
    assert.equal(selected.trimEnd(), expected.trimEnd());
}

// What the page has put on the clipboard.
const clipboard = page => page.evaluate(() => navigator.clipboard.readText());

async function copied(reader) {
    const page = await reader.open(chapter);
    const listing = page.locator('figure.listing').first();
    const button = listing.getByRole('button', { name: /^Copy Listing \d+$/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await listing.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(page), await listing.locator('.listing-code code').textContent());
    assertNoFaults(page);
}

async function copiedTwice(reader) {
    const page = await reader.open(chapter);
    // The page's clock stands unless it is put forward.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60000);
    const said = page.locator('figure.listing').first().getByRole('status');
    await said.evaluate(element => {
        window.heard = [];
        new MutationObserver(() => window.heard.push(element.textContent)).observe(element, { childList: true });
    });
    const copy = page.getByRole('button', { name: /^Copy Listing \d+$/ }).first();
    const heard = length => page.waitForFunction(length => window.heard.length === length && window.heard.at(-1) === 'Copied', length);
    await copy.click();
    await heard(1);
    await page.clock.runFor(3000);
    await copy.click();
    await heard(3);
    await page.clock.runFor(3000);
    assert.equal(await said.textContent(), 'Copied');
    await page.clock.runFor(1000);
    assert.deepEqual(await page.evaluate(() => window.heard), ['Copied', '', 'Copied', '']);
}

async function program(reader) {
    const page = await reader.open(chapter);
    const listing = page.locator('figure.listing').first();
    await listing.locator('.listing-more > summary').click();
    await listing.getByRole('button', { name: /^Copy program of Listing \d+$/ }).click();
    await listing.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const file = await listing.locator('.listing-whole').getAttribute('href');
    assert.equal(await clipboard(page), decodeURIComponent(file.slice(file.indexOf(',') + 1)));
}

async function line(reader) {
    const page = await reader.open(chapter, { size: phone });
    const link = page.locator('.error-summary .error-line:visible').first();
    const target = (await link.getAttribute('href')).slice(1);
    await link.click();
    const seen = await page.locator(`[id="${target}"]`).evaluate(element => {
        const { top, bottom } = element.getBoundingClientRect();
        return element.matches(':target') && top >= 0 && bottom <= window.innerHeight;
    });
    assert.ok(seen, target);
}

// Of those that ask nothing, and stand in no answer that is folded.
const evidence = page => page.locator('figure.listing:not(.listing-asked, .answer *) > .listing-evidence');

async function blamed(reader) {
    const page = await reader.open(chapter, { size: desk });
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const same = await page.locator('.listing-code code:has(.blamed)').evaluateAll(codes => {
            const look = line => ['backgroundColor', 'boxShadow'].map(of => getComputedStyle(line)[of]).join();
            const others = code => [...code.querySelectorAll('.line:not(.blamed)')].map(look);
            const marked = code => [...code.querySelectorAll('.blamed')].map(look);
            const all = codes.map(code => [marked(code), others(code)]);
            if (!all.some(([marked, others]) => marked.length && others.length)) return ['no listing has a marked line and others'];
            return all.flatMap(([marked, others]) => marked.filter(one => others.includes(one)));
        });
        assert.deepEqual(same, [], colorScheme);
    }
    assertNoFaults(page);
}

async function predict(reader) {
    const page = await reader.open(chapter);
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    await page.goto(reader.address('sharing/guard.html'));
    assert.ok(await page.getByRole('checkbox', { name: 'Predict first' }).isChecked());
    assert.ok(await evidence(page).count() > 0);
    for (const one of await evidence(page).all()) {
        assert.equal(await one.isVisible(), false);
    }
    await page.locator('figure.listing > .listing-look button').first().click();
    assert.ok(await evidence(page).first().isVisible());
    assert.equal(await evidence(page).nth(1).isVisible(), false);
    await page.getByRole('checkbox', { name: 'Predict first' }).uncheck();
    assert.ok(await evidence(page).nth(1).isVisible());
    assertNoFaults(page);
}

// The browser of these tests keeps no page to go back to, so one that is open in a frame stands for the page in between.
// Another tab would not do: what it stores arrives here a moment later.
async function goneBackTo(reader) {
    const page = await reader.open(chapter);
    await page.evaluate(address => new Promise(loaded => {
        const frame = document.createElement('iframe');
        frame.src = address;
        frame.addEventListener('load', loaded);
        document.body.append(frame);
    }), reader.address('sharing/guard.html'));
    const choice = page.frameLocator('iframe').getByRole('checkbox', { name: 'Predict first' });
    const goBack = () => page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    const here = page.getByRole('checkbox', { name: 'Predict first' });

    await choice.press('Space');
    await goBack();
    assert.ok(await here.isChecked());
    assert.equal(await evidence(page).first().isVisible(), false);
    await page.locator('figure.listing > .listing-look button').first().click();
    await goBack();
    assert.ok(await evidence(page).first().isVisible(), 'what was looked at is hidden, though nothing was chosen');

    await choice.press('Space');
    await goBack();
    assert.equal(await here.isChecked(), false);
    assert.ok(await evidence(page).nth(1).isVisible());
    assertNoFaults(page);
}

async function loadedAgainOnTheWayBack(reader) {
    const page = await reader.open(chapter);
    const choice = page.getByRole('checkbox', { name: 'Predict first' });
    await choice.check();
    await page.goto(reader.address('sharing/guard.html'));
    await choice.uncheck();
    await page.goBack();
    assert.equal(await choice.isChecked(), false);
    assert.ok(await evidence(page).first().isVisible());
    assertNoFaults(page);
}

async function beforeTheFirst(reader) {
    const page = await reader.open(chapter);
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    await page.addInitScript(() => {
        const observer = new MutationObserver(() => {
            if (document.querySelector('figure.listing')) {
                window.hiddenInTime = document.documentElement.classList.contains('predict-first');
                observer.disconnect();
            }
        });
        observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto(reader.address(chapter));
    assert.equal(await page.evaluate(() => window.hiddenInTime), true);
    assert.equal(await evidence(page).first().isVisible(), false);
}

async function intoHidden(reader) {
    const page = await reader.open(chapter);
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    const section = await page.locator('.listing-evidence section.schedules').first().getAttribute('id');
    await page.goto(reader.address(`${chapter}#${section}`));
    await page.locator(`#${section}`).waitFor({ state: 'visible' });
}

async function withoutScript(reader) {
    const page = await reader.open(chapter, { script: false });
    for (const one of await evidence(page).all()) {
        assert.ok(await one.isVisible());
    }
    assert.equal(await page.locator('.listing-tools button:visible, .page-predict:visible, .listing-look:visible').count(), 0);
    assert.ok(await page.locator('.page-contents a').count() > 2);
    assert.ok(await page.locator('a.listing-run').first().isVisible());
}

async function notRemembered(reader) {
    const page = await reader.open(chapter, { storage: false });
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    assert.equal(await evidence(page).first().isVisible(), false);
    assertNoFaults(page);
}
