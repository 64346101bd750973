// Predictions: what is hidden until a reader has chosen, and from whom; what is kept of the choice; what is folded behind it;
// the answers to questions, notes, and all of it on paper.

import assert from 'node:assert/strict';
import { every, violations } from '../axe.mjs';
import { assertNoFaults, desk, phone, wide } from '../reader.mjs';

// A listing that asks, in a chapter whose listings give choices; and one that panics, on a line that is to blame.
const chapter = 'messages/channels.html';
const photo = '#messages-sent-and-never-received';
const right = 'send: Ok(())';
const panicking = { on: 'sharing/cells.html', listing: '#sharing-sessions-grow-while-read' };

export function cases() {
    return {
        'until something is chosen nothing tells': untold,
        'a listing that panics looks like any other until then': neutral,
        'no name that is read aloud tells before': unnamed,
        'a choice is made by mouse and shows its answer and everything else': byMouse,
        'a choice is made by keyboard': byKeyboard,
        'whoever does not want to guess is shown': shown,
        'without JavaScript a choice is made by opening it': withoutScript,
        'where nothing is remembered a choice holds for the page': notRemembered,
        'a choice is kept, and others are read without being chosen': kept,
        'a choice is taken back': takenBack,
        'how often the reader was right is counted': counted,
        'with predict first what stands behind a listing that asks is folded until then': folded,
        'a link into what is hidden or folded shows it': linked,
        'what is searched for is shown, and is no choice': sought,
        'what the browser opens to show words is no choice': foundByBrowser,
        'an address that ends amid a letter leads nowhere and breaks nothing': cutOff,
        'an answer to a question is folded until it is asked for': questions,
        'a note is a line that unfolds where there is no margin, and stands in the margin where there is one': notes,
        'on paper the answers stand at the end and come back': paper,
        'a browser that asks for paper twice gets the same page': paperTwice,
        'on paper without JavaScript everything stands open in its place': paperWithoutScript,
        'choices are for everybody, open and closed': forEverybody,
    };
}

const choice = (page, listing, words) => page.locator(`${listing} > .choices > .choice`).filter({ hasText: words });
const summary = (page, listing, words) => choice(page, listing, words).first().locator('summary');
const evidence = (page, listing) => page.locator(`${listing} > .listing-evidence`);

// All that a reader can see of a listing.
const seen = (page, listing) => page.locator(listing).first().innerText();

async function untold(reader) {
    const page = await reader.open(chapter);
    await page.locator(`${photo} .listing-more > summary`).click();
    const text = await seen(page, photo);
    assert.ok(text.includes('What do you expect?') && text.includes('Copy program'), text);
    for (const telling of ['A photo is sent for upload', 'Runs.', 'sent-and-never-received', 'Save file', 'Project', 'Right', 'Not so']) {
        assert.ok(!text.includes(telling), `${telling}:\n${text}`);
    }
    assert.equal(await page.locator('.listing-asked > .listing-evidence:visible').count(), 0);
    assertNoFaults(page);
}

async function neutral(reader) {
    for (const scheme of ['light', 'dark']) {
        const page = await reader.open(panicking.on, { scheme });
        const look = () => page.locator(panicking.listing).first().evaluate(figure => {
            const blamed = getComputedStyle(figure.querySelector('.blamed'));
            const other = getComputedStyle(figure.querySelector('.listing-code .line:not(.blamed)'));
            return {
                edge: getComputedStyle(figure).borderInlineStartColor,
                marked: blamed.backgroundColor !== other.backgroundColor,
                edged: /rgb\([^)]*\)/.test(blamed.boxShadow),
            };
        });
        const before = await look();
        const quiet = await page.locator(`${panicking.listing} .listing-question`).first().evaluate(it => getComputedStyle(it).color);
        assert.deepEqual(before, { edge: quiet, marked: false, edged: false }, scheme);
        await page.locator(`${panicking.listing} .choice-none > summary`).first().click();
        const after = await look();
        assert.ok(after.edge !== quiet && after.marked && after.edged, JSON.stringify(after));
    }
}

async function unnamed(reader) {
    for (const [on, listing] of [[chapter, photo], [panicking.on, panicking.listing]]) {
        const page = await reader.open(on);
        const told = () => page.locator(listing).first().ariaSnapshot();
        const caption = await page.locator(`${listing} .listing-caption`).first().evaluate(it => it.textContent.trim());
        const verdict = await page.locator(`${listing} .listing-verdict strong`).first().evaluate(it => it.textContent.trim());
        const before = await told();
        assert.ok(before.includes('What do you expect?'), before);
        for (const telling of [caption, verdict, 'mark']) {
            assert.ok(!before.includes(telling), `${telling}:\n${before}`);
        }
        await page.locator(`${listing} .choice-none > summary`).first().click();
        assert.ok((await told()).includes(verdict));
    }
}

async function byMouse(reader) {
    const page = await reader.open(chapter, { size: phone });
    await summary(page, photo, right).click();
    const text = await seen(page, photo);
    for (const told of ['✓ Right', 'goes when the receiver goes', 'A photo is sent for upload', 'Runs.', 'You chose:']) {
        assert.ok(text.includes(told), `${told}:\n${text}`);
    }
    assert.ok(!text.includes('What do you expect?') && !text.includes('Not so'), text);
    assertNoFaults(page);
}

async function byKeyboard(reader) {
    const page = await reader.open(chapter, { from: 'disk' });
    await page.locator(`${photo} .listing-run`).focus();
    // The menu, the first choice, the second.
    for (let step = 0; step < 3; step += 1) {
        await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    assert.ok(await evidence(page, photo).isVisible());
    assert.ok((await seen(page, photo)).includes('✓ Right'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.ok((await seen(page, photo)).includes('would stay in the channel'), 'another one is read');
    assertNoFaults(page);
}

async function shown(reader) {
    const page = await reader.open(chapter);
    await page.locator(`${photo} .choice-none > summary`).click();
    assert.ok(await evidence(page, photo).isVisible());
    assert.ok(!(await seen(page, photo)).includes('You chose'));
    await page.locator(`${photo} .choice-none > summary`).click();
    assert.equal(await evidence(page, photo).isVisible(), false);
    assertNoFaults(page);
}

async function withoutScript(reader) {
    const page = await reader.open(chapter, { script: false });
    assert.equal(await evidence(page, photo).isVisible(), false);
    await summary(page, photo, 'send waits').click();
    const text = await seen(page, photo);
    assert.ok(text.includes('✗ Not so') && text.includes('Runs.'), text);
    await summary(page, photo, right).click();
    assert.ok((await seen(page, photo)).includes('✓ Right'));
    await page.locator('.answer > summary').first().click();
    assert.ok(await page.locator('.answer .listing').first().isVisible());
}

async function notRemembered(reader) {
    const page = await reader.open(chapter, { storage: false });
    await summary(page, photo, right).click();
    assert.ok((await seen(page, photo)).includes('You chose'));
    await page.reload();
    assert.equal(await evidence(page, photo).isVisible(), false);
    assertNoFaults(page);
}

async function kept(reader) {
    const page = await reader.open(chapter);
    await summary(page, photo, 'send waits').click();
    await summary(page, photo, right).click();
    await page.reload();
    assert.ok(await evidence(page, photo).isVisible());
    const made = await page.locator(`${photo} .choice-made`).innerText();
    assert.match(made, /You chose: Nothing: send waits for somebody to receive/);
    assert.ok(await choice(page, photo, 'send waits').evaluate(it => it.open));
    assert.equal(await page.locator('.listing-asked > .listing-evidence:visible').count(), 1, 'another listing was not asked');
    // The choice of a listing that is closed again is still the reader's.
    await summary(page, photo, 'send waits').click();
    assert.ok(await evidence(page, photo).isVisible());
    assertNoFaults(page);
}

async function takenBack(reader) {
    const page = await reader.open(chapter);
    await summary(page, photo, right).click();
    await page.getByRole('button', { name: 'Guess again: Listing' }).press('Enter');
    assert.equal(await evidence(page, photo).isVisible(), false);
    assert.equal(await page.locator(':focus').evaluate(it => it.localName), 'summary');
    await page.reload();
    assert.equal(await evidence(page, photo).isVisible(), false);
    assertNoFaults(page);
}

async function counted(reader) {
    const page = await reader.open(chapter);
    await summary(page, photo, right).click();
    assert.equal(await page.locator('.choices-counted').count(), 0, 'one is no count');
    await summary(page, '#messages-upload-handed-back', 'It panics').click();
    assert.equal(await page.locator('.choices-counted').innerText(), 'So far, 1 of your 2 predictions on this page was right.');
}

async function folded(reader) {
    const page = await reader.open(chapter);
    const behind = page.getByText('is that the receiver was still there');
    assert.ok(await behind.isVisible());
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    assert.equal(await behind.isVisible(), false);
    const note = page.locator(`${photo} + .choice-folds`);
    assert.equal(await note.innerText(), 'What follows is folded until you’ve chosen.');
    assert.ok(await page.getByRole('heading', { name: 'A photo for nobody' }).isVisible(), 'the next section is there');
    await summary(page, photo, right).click();
    await behind.waitFor({ state: 'visible' });
    assert.equal(await note.isVisible(), false);
    await page.reload();
    assert.ok(await behind.isVisible(), 'it was chosen before');
    assertNoFaults(page);
}

async function linked(reader) {
    const explored = await reader.open('sharing/deadlock.html');
    const section = await explored.locator('.listing-asked > .listing-evidence section.schedules').first().getAttribute('id');
    for (const script of [true, false]) {
        const page = await reader.open(`sharing/deadlock.html#${section}`, { script });
        await page.locator(`#${section}`).waitFor({ state: 'visible' });
    }
    const page = await reader.open(`${chapter}#messages-panicked-download-looks-finished`);
    assert.ok(await page.locator('#messages-panicked-download-looks-finished').isVisible(), 'a listing in an answer');
}

async function sought(reader) {
    const page = await reader.open(`${chapter}?find=belongs to the channel${photo}`);
    await page.getByText('a message belongs to the channel').waitFor({ state: 'visible' });
    assert.ok(await evidence(page, photo).isVisible());
    assert.equal(await page.locator('.choice-made').count(), 0);
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    await page.goto(reader.address(`${chapter}?find=receiver was still there#what-send-promises`));
    await page.getByText('is that the receiver was still there').waitFor({ state: 'visible' });
    assertNoFaults(page);
}

// Words are looked for in the page as by the browser's own search, which unfolds what it finds.
async function foundByBrowser(reader) {
    const page = await reader.open(`${chapter}#:~:text=would%20stay%20in%20the%20channel`);
    await page.getByText('would stay in the channel').waitFor({ state: 'visible' });
    await evidence(page, photo).waitFor({ state: 'visible' });
    await page.locator(`${photo}.looked`).waitFor();
    assert.equal(await page.locator('.choice-made').count(), 0);
    await page.goto(reader.address(chapter));
    assert.equal(await evidence(page, photo).isVisible(), false, 'nothing is kept');
    assertNoFaults(page);
}

async function cutOff(reader) {
    const page = await reader.open(`${chapter}#100%`);
    await page.getByRole('checkbox', { name: 'Predict first' }).check();
    await page.evaluate(() => { location.hash = '#%E0%A4'; });
    await summary(page, photo, right).click();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('.printed-answers').count(), 1);
    assertNoFaults(page);
}

async function questions(reader) {
    const page = await reader.open(chapter);
    const answer = page.getByText('While another sender exists');
    assert.equal(await answer.isVisible(), false);
    await page.locator('.answer > summary').first().press('Enter');
    assert.ok(await answer.isVisible());
    // A listing in an answer asks as any other.
    assert.equal(await evidence(page, '#messages-one-download-of-two-ends').isVisible(), false);
    assertNoFaults(page);
}

// Put on a page that has none of its own, in the words of tools/mdbook-listings/src/sidenote.rs.
const note = `<div class="noted"><p>A paragraph<a class="note-ref" id="note-a-ref" href="#note-a" aria-label="Note 1">1</a> that refers
    to a note, and goes on for some lines so that it has a height of its own, as paragraphs of a book have most of the time.</p>
    <div class="notes"><details class="sidenote"><summary>Note 1</summary><div class="sidenote-words" id="note-a"><p>The
    note's words.</p></div></details></div></div>`;

async function notes(reader) {
    const opened = async size => {
        const page = await reader.open('threads/part.html', { size });
        await page.locator('main h1').evaluate((title, html) => title.insertAdjacentHTML('afterend', html), note);
        return page;
    };
    const narrow = await opened(phone);
    const words = page => page.locator('.sidenote-words');
    assert.equal(await words(narrow).isVisible(), false);
    await narrow.locator('.note-ref').click();
    await words(narrow).waitFor({ state: 'visible' });
    const wider = await opened(wide);
    const [paragraph, beside] = await Promise.all(['.noted > p', '.sidenote-words'].map(it => wider.locator(it).boundingBox()));
    assert.ok(beside.x >= paragraph.x + paragraph.width, 'in the margin');
    assert.ok(beside.x + beside.width <= wide.width, 'within the window');
    assert.ok(Math.abs(beside.y - paragraph.y) < 10, 'beside its paragraph');
}

// The page but for what follows the window and its place in it: how many columns code has (theme/page.js), which section is
// being read and whether the list of them steps aside (theme/sections.js).
function content(page) {
    return page.locator('main').evaluate(main => {
        const copy = main.cloneNode(true);
        copy.querySelectorAll('[style^="--columns"]').forEach(it => it.removeAttribute('style'));
        const sections = copy.querySelector('.page-contents');
        sections?.removeAttribute('class');
        sections?.querySelectorAll('a').forEach(it => it.removeAttribute('aria-current'));
        return copy.innerHTML;
    });
}

async function paper(reader) {
    const page = await reader.open(chapter);
    await summary(page, '#messages-upload-handed-back', 'It panics').click();
    const text = () => content(page);
    const before = await text();
    const listing = () => page.locator(photo).evaluate(it => it.innerText);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.ok(!/Right|Not so|Runs\.|A photo is sent for upload/.test(await listing()), await listing());
    assert.ok((await listing()).includes('What do you expect?'));
    const letter = await page.locator(`${photo} .choice > summary`).first().evaluate(it => getComputedStyle(it, '::before').content);
    assert.match(letter, /upper-alpha/);
    const answers = await page.locator('.printed-answers').innerText();
    for (const told of ['Answers', 'Listing 100', 'A photo is sent for upload', 'goes when the receiver goes', 'While another sender exists']) {
        assert.ok(answers.includes(told), `${told}:\n${answers}`);
    }
    assert.equal(await page.locator(`.printed-answers a[href="${photo}"]`).count(), 1);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await text(), before, 'all is as it was');
    assertNoFaults(page);
}

async function paperTwice(reader) {
    const page = await reader.open(chapter);
    const text = () => content(page);
    const before = await text();
    const print = name => page.evaluate(name => window.dispatchEvent(new Event(name)), name);
    await print('beforeprint');
    const once = await text();
    await print('beforeprint');
    assert.equal(await text(), once);
    await print('afterprint');
    assert.equal(await text(), before);
    assertNoFaults(page);
}

async function paperWithoutScript(reader) {
    const page = await reader.open(chapter, { script: false });
    await page.emulateMedia({ media: 'print' });
    assert.ok(await evidence(page, photo).isVisible());
    assert.ok(await page.locator(`${photo} .listing-caption`).isVisible());
    assert.ok(await page.getByText('goes when the receiver goes').isVisible());
    assert.ok(await page.getByText('While another sender exists').isVisible());
}

async function forEverybody(reader) {
    const page = await reader.open(chapter, { size: desk, still: true });
    assert.deepEqual(await violations(page, every, 'main'), [], 'closed');
    for (const words of [right, 'send waits']) {
        await summary(page, photo, words).click();
        assert.deepEqual(await violations(page, every, 'main'), [], words);
    }
}
