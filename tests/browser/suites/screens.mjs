// How the pages look: pictures of key states, held against those in `screens/`.
//
// Two pictures are the same if no square of 8 × 8 pixels has another mean colour. Another way of drawing letters moves a mean
// by 28 of 255 at most (measured: text at whole pixels against text between them), and a paragraph that is two pixels lower,
// or a button four to the right, by 37 to 84. A comparison pixel by pixel cannot tell these apart: it finds 5,700 changed
// pixels in the first case, and 63 in that of the button.
//
// `RENEW_SCREENS=1 cargo test --test browser screens::` takes them anew and says where the differences can be seen. Fonts are
// the machine's own, so where it has others than those of the pictures, tests/browser.rs ignores these cases.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { desk, phone, showEvidence, wider } from '../reader.mjs';

const folder = path.join(import.meta.dirname, '../screens');

// In pixels, and in steps of a colour from 0 to 255.
const square = 8;
const tolerance = 32;

const listing = 'sharing-plums-for-pears-and-back';
const deadlock = `#${listing}-schedules`;
const letter = { address: 'introduction.html', of: '#threads-letter-read-after-posting' };
const matrix = { address: 'guarantees/exceptions.html', act: page => page.locator('.matrix').evaluate(it => it.scrollIntoView()) };

// Each state: the page, how it is opened, what is done there, and of what the picture is taken; of the window where nothing
// is named.
const states = {
    'the first page for somebody new': { address: 'index.html' },
    'the first page for somebody who comes back': { address: 'index.html', act: comesBack },
    'the first page for somebody who comes back on a phone': { address: 'index.html', size: phone, act: comesBack },
    'the first page with its board at the end, dark': { address: 'index.html', scheme: 'dark', of: '.play', act: comesToDeadlock },
    'a page that opens a part': { address: 'threads/part.html' },
    'a page that opens a part on a phone, dark': { address: 'threads/part.html', size: phone, scheme: 'dark' },
    'the contents on a phone': { address: 'threads/moving.html', size: phone, act: contents },
    'a listing that must not compile': letter,
    'a listing that must not compile, dark': { ...letter, scheme: 'dark' },
    'a listing that must not compile, on a phone': { ...letter, size: phone },
    'a listing that must not compile, without JavaScript': { ...letter, script: false },
    'a listing with several outcomes': { address: 'threads/concurrency.html', of: '#threads-last-seat-sold-twice' },
    'a listing that gives choices': { address: 'messages/channels.html', of: '#messages-sent-and-never-received' },
    'a listing that gives choices, on a phone': { address: 'messages/channels.html', of: '#messages-sent-and-never-received', size: phone },
    'a choice that is made, dark': { address: 'messages/channels.html', of: '#messages-sent-and-never-received', scheme: 'dark', act: choose },
    'a board at the start': { address: 'sharing/deadlock.html', of: deadlock, act: play(0) },
    'a board on the way': { address: 'sharing/deadlock.html', of: deadlock, act: play(3) },
    'a board at the end': { address: 'sharing/deadlock.html', of: deadlock, act: play(100) },
    'a board at the end, dark': { address: 'sharing/deadlock.html', of: deadlock, scheme: 'dark', act: play(100) },
    'a board on a phone': { address: 'sharing/deadlock.html', of: deadlock, size: phone, act: play(3) },
    'a board where a load may read an old value': { address: '../alone/relaxed-message-passing.html', from: 'disk', of: '.scheduler', act: play(3) },
    'a picture of a schedule': { address: 'sharing/deadlock.html', of: '.timeline-figure >> nth=0' },
    'a picture of a schedule on a phone': { address: 'sharing/deadlock.html', size: phone, of: '.timeline-figure >> nth=0' },
    'a wide page': { address: 'threads/moving.html', size: wider, act: reachTheLog },
    'a wide page whose code must not compile, dark': { address: 'threads/moving.html', size: wider, scheme: 'dark', act: chooseWide },
    'the matrix': matrix,
    'the matrix on a phone, dark': { ...matrix, size: phone, scheme: 'dark' },
    'the search': { address: 'threads/moving.html', act: search },
    'the search on a phone': { address: 'threads/moving.html', size: phone, act: search },
    'a page that is not there': { address: '404.html' },
};

export function cases() {
    return Object.fromEntries([
        ['a moved box is seen and another way of drawing letters is not', tells],
        ...Object.entries(states).map(([name, state]) => [name, reader => looksAsBefore(reader, name, state)]),
    ]);
}

async function comesBack(page, reader) {
    await page.goto(reader.address('sharing/mutex.html'));
    await page.goto(reader.address('index.html'));
    await page.locator('.place').waitFor();
}

async function comesToDeadlock(page) {
    for (const lane of [0, 0, 1, 2]) {
        await page.locator('.play .scheduler-go').nth(lane).click();
    }
}

async function contents(page) {
    await page.locator('#mdbook-sidebar-toggle').click();
    await page.locator('#mdbook-sidebar a.active').waitFor();
}

async function choose(page) {
    await page.locator('#messages-sent-and-never-received .choice > summary').nth(2).click();
}

// Plays so many turns of a schedule that leads to the last outcome, or as many as it has.
function play(turns) {
    return async page => {
        const board = page.locator(`${deadlock}, .alone .schedules`);
        await showEvidence(page, listing);
        await board.locator('.scheduler > summary').click();
        const { outcomes } = JSON.parse(await board.locator('.schedules-data').textContent());
        for (const turn of outcomes.at(-1).schedule.slice(0, turns)) {
            const [thread, choice] = Array.isArray(turn) ? turn : [turn];
            const lane = board.locator('.scheduler-lane').nth(thread);
            await lane.locator(choice === undefined ? '.scheduler-go' : '.scheduler-weak:not([hidden])').click();
        }
    };
}

// Code that runs, with what stands in the margin.
async function reachTheLog(page) {
    await page.locator('#threads-log-moved-into-the-thread').evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
}

async function chooseWide(page) {
    const listing = page.locator('#threads-borrow-may-outlive-the-function');
    await listing.locator('.choice-right > summary').click();
    await listing.evaluate(it => it.scrollIntoView({ behavior: 'instant' }));
}

async function search(page) {
    await page.locator('#search-place button').click();
    await page.locator('#search-field').fill('E0382');
    await page.locator('.search-said', { hasText: /results?\.$|the best \d+\.$/ }).waitFor();
}

// Takes a picture of a state.
async function picture(reader, { address, of, act = () => {}, ...options }) {
    const page = await reader.open(address, { size: desk, still: true, ...options });
    await act(page, reader);
    // Where the pointer is, something may look other than elsewhere.
    await page.mouse.move(0, 0);
    // What is higher than the window would have the bar across it.
    const style = of && '#mdbook-menu-bar { position: static !important }';
    const shot = { animations: 'disabled', caret: 'hide', style };
    const taken = of ? await page.locator(of).screenshot(shot) : await page.screenshot(shot);
    await page.context().close();
    return taken;
}

// Has the browser read two pictures and compare their squares: gives how many differ, the largest difference of a mean, and
// a picture of both with what differs marked between them.
async function compare(reader, was, is) {
    const page = await (await reader.browser.newContext()).newPage();
    const found = await page.evaluate(async ({ was, is, square, tolerance }) => {
        const read = async base64 => {
            const image = new Image();
            image.src = `data:image/png;base64,${base64}`;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            return { image, width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data };
        };
        const [before, now] = [await read(was), await read(is)];
        const [width, height] = [Math.max(before.width, now.width), Math.max(before.height, now.height)];
        const canvas = document.createElement('canvas');
        canvas.width = 3 * width;
        canvas.height = height;
        const context = canvas.getContext('2d');
        context.drawImage(before.image, 0, 0);
        context.drawImage(now.image, 2 * width, 0);
        context.globalAlpha = 0.3;
        context.drawImage(now.image, width, 0);
        context.globalAlpha = 1;
        context.fillStyle = '#d00';
        // What lies outside of a picture has no colour, which is another one than any.
        const mean = ({ data, width, height }, left, top, colour) => {
            let [sum, count] = [0, 0];
            for (let y = top; y < Math.min(top + square, height); y += 1) {
                for (let x = left; x < Math.min(left + square, width); x += 1) {
                    sum += data[4 * (y * width + x) + colour];
                    count += 1;
                }
            }
            return count === 0 ? -255 : sum / count;
        };
        let [differ, largest] = [0, 0];
        for (let top = 0; top < height; top += square) {
            for (let left = 0; left < width; left += square) {
                const colours = [0, 1, 2].map(colour => Math.abs(mean(before, left, top, colour) - mean(now, left, top, colour)));
                const most = Math.max(...colours);
                largest = Math.max(largest, most);
                if (most > tolerance) {
                    differ += 1;
                    context.fillRect(width + left, top, square, square);
                }
            }
        }
        return { differ, largest, picture: canvas.toDataURL('image/png').split(',')[1] };
    }, { was: was.toString('base64'), is: is.toString('base64'), square, tolerance });
    await page.context().close();
    return { ...found, picture: Buffer.from(found.picture, 'base64') };
}

async function looksAsBefore(reader, name, state) {
    const file = path.join(folder, `${name.replaceAll(/[^a-zA-Z]+/g, '-')}.png`);
    const renew = 'run `RENEW_SCREENS=1 cargo test --test browser screens::` and look at what it writes';
    const is = await picture(reader, state);
    const was = await readFile(file).catch(() => null);
    if (was === null) {
        assert.ok(process.env.RENEW_SCREENS, `there is no ${file}\n  help: ${renew}`);
        await writeFile(file, is);
        return;
    }
    const found = await compare(reader, was, is);
    if (found.differ === 0) {
        return;
    }
    const differences = path.join(reader.book, '../screens');
    await mkdir(differences, { recursive: true });
    const difference = path.join(differences, path.basename(file));
    await writeFile(difference, found.picture);
    const told = `${found.differ} squares differ, by ${Math.round(found.largest)} of 255 at most: ${difference} has what was, what differs, and what is`;
    assert.ok(process.env.RENEW_SCREENS, `${told}\n  help: if it is meant, ${renew}`);
    await writeFile(file, is);
    console.error(`screens/${path.basename(file)} is renewed. ${told}`);
}

// What the tolerance was made for.
async function tells(reader) {
    const state = { address: 'introduction.html' };
    const was = await picture(reader, state);
    const changed = style => picture(reader, { ...state, act: page => page.addStyleTag({ content: style }) });
    const faults = {
        'a heading that is three pixels to the right': 'main h1 { position: relative; inset-inline-start: 3px }',
        'paragraphs that are four pixels lower': 'main p { position: relative; inset-block-start: 4px !important }',
        'a button that is four pixels to the right': '#mdbook-theme-toggle { position: relative; inset-inline-start: 4px }',
        'links of another colour': 'main a { color: #a00 !important }',
    };
    for (const [fault, style] of Object.entries(faults)) {
        assert.ok((await compare(reader, was, await changed(style))).differ > 0, fault);
    }
    const other = await reader.another('--disable-font-subpixel-positioning');
    const is = await picture(other, state);
    await other.stop();
    const { differ, largest } = await compare(reader, was, is);
    assert.ok(largest > 0, 'letters are drawn in the same way');
    assert.equal(differ, 0, `another way of drawing letters differs by ${largest}`);
}
