// Be the scheduler: a reader plays listings to their outcomes, by mouse, by keys and by Tab, on a desk and on a phone. That
// every outcome of every board can be reached, `pages.mjs` asks of each page.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { assertNoFaults, desk, phone, showEvidence } from '../reader.mjs';

// A deadlock, a lost update, a panic, and many outcomes.
const played = [
    ['sharing/deadlock.html', 'sharing-plums-for-pears-and-back'],
    ['threads/concurrency.html', 'threads-last-seat-sold-twice'],
    ['sharing/poisoning.html', 'sharing-poison-passed-on-by-unwrap'],
    ['messages/producers.html', 'messages-two-gauges-one-log'],
];

// Of these std permits more than their schedules come to.
const permitted = [
    ['sharing/deadlock.html', 'sharing-transfer-to-the-same-account'],
    ['waiting/spurious-wakeups.html', 'waiting-woken-and-the-shelf-is-empty'],
];

export function cases() {
    return {
        'every outcome is reached by mouse on a desk': reader => play(reader, byMouse, { size: desk }, played),
        'every outcome is reached by mouse on a phone': reader => play(reader, byMouse, { size: phone }, played.slice(0, 1)),
        'every outcome is reached by number keys': reader => play(reader, byNumber, { from: 'disk' }, played.slice(0, 3)),
        'every outcome is reached by tab and enter': reader => play(reader, byTab, { still: true }, played.slice(0, 1)),
        'what std permits is reached by mouse': reader => play(reader, byMouse, { size: desk }, permitted),
        'what std permits is reached by mouse on a phone': reader => play(reader, byMouse, { size: phone }, permitted),
        'what std permits is reached by tab and enter': reader => play(reader, byTab, { still: true }, permitted.slice(0, 1)),
        'what std permits is told where it is, and what lies behind it says so': permits,
        'who goes round for ever is told of it, and can go on': roundAndRound,
        'a board is on one screen, with its code and all that is pressed': onOneScreen,
        'a way that is shown leads there and does not count as found': shown,
        'a way that is shown can be left': left,
        'a step is taken back by key and by button': takenBack,
        'what cannot go now says why': refused,
        'what was found is remembered, and forgotten where there is no storage': remembered,
        'what was found in two windows is kept of both': twoWindows,
        'what was forgotten in another window stays forgotten': forgottenElsewhere,
        'without JavaScript the table and the pictures remain': withoutScript,
    };
}

// The widget of a listing.
async function widget(page, id) {
    await showEvidence(page, id);
    const section = page.locator(`#${id}-schedules`);
    const data = JSON.parse(await section.locator('.schedules-data').textContent());
    return {
        page,
        data,
        section,
        summary: section.locator('.scheduler > summary'),
        go: turn => (Array.isArray(turn)
            ? section.locator('.scheduler-lane').nth(turn[0]).locator('.scheduler-may:not([hidden])')
            : section.locator('.scheduler-go').nth(turn)),
        show: outcome => section.locator('.scheduler-show').nth(outcome),
        restart: section.locator('.scheduler-restart'),
        said: () => section.locator('.scheduler-said').textContent(),
        score: () => section.locator('.scheduler-score').textContent(),
    };
}

const byMouse = {
    unfold: ({ summary }) => summary.click(),
    choose: ({ go }, thread) => go(thread).click(),
    restart: ({ restart }) => restart.click(),
};

const byNumber = {
    unfold: ({ page, summary }) => summary.focus().then(() => page.keyboard.press('Enter')),
    choose: ({ page }, thread) => page.keyboard.press(`${thread + 1}`),
    async restart({ page }, steps) {
        for (let step = 0; step < steps; step += 1) {
            await page.keyboard.press(step % 2 ? 'u' : 'Backspace');
        }
    },
};

const byTab = {
    unfold: byNumber.unfold,
    choose: ({ page, go }, thread) => tabTo(page, go(thread)).then(() => page.keyboard.press('Space')),
    restart: ({ page, restart }) => tabTo(page, restart).then(() => page.keyboard.press('Enter')),
};

// Moves the focus as a person does who has no mouse: forwards, and then back.
async function tabTo(page, element) {
    const focused = () => element.evaluate(it => document.activeElement === it);
    for (const [key, times] of [['Tab', 20], ['Shift+Tab', 40]]) {
        for (let pressed = 0; pressed < times; pressed += 1) {
            if (await focused()) {
                return;
            }
            await page.keyboard.press(key);
        }
    }
    assert.fail(`the keyboard does not reach ${element}`);
}

async function play(reader, hand, options, listings) {
    for (const [address, id] of listings) {
        const page = await reader.open(address, options);
        const url = page.url();
        const game = await widget(page, id);
        await hand.unfold(game);
        const { outcomes } = game.data;
        for (const [place, { schedule }] of outcomes.entries()) {
            for (const thread of schedule) {
                await hand.choose(game, thread);
                await assertFocusIsUseful(game);
            }
            const said = await game.said();
            const name = outcomes.length > 1 ? `outcome ${place + 1} of ${outcomes.length}` : 'the one outcome';
            assert.ok(said.includes(name) && said.includes('new to you'), `${id}: ${said}`);
            assert.equal(await game.score(), `outcomes found: ${place + 1} of ${outcomes.length}`, id);
            await hand.restart(game, schedule.length);
            assert.match(await game.said(), /^(At the beginning|Taken back)/);
        }
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${id} is too wide`);
        assert.equal(page.url(), url, 'a key has left the page');
        assertNoFaults(page);
        await page.context().close();
    }
}

// After each press something in the widget has the focus that can be pressed again.
async function assertFocusIsUseful({ section }) {
    const useful = await section.evaluate(it => {
        const focused = document.activeElement;
        return it.contains(focused) && focused.matches('button:not(:disabled), summary') && focused.checkVisibility();
    });
    assert.ok(useful, 'the focus has been lost');
}

// On a desk the code stands beside the threads, what they have done and the buttons; on a phone above what is pressed.
async function onOneScreen(reader) {
    for (const [size, last] of [[desk, '.scheduler-tools'], [phone, '.scheduler-table']]) {
        for (const [address, id] of [...played, ...permitted]) {
            const page = await reader.open(address, { size });
            const game = await widget(page, id);
            await byMouse.unfold(game);
            const { schedule } = game.data.outcomes[0];
            for (const turn of schedule.slice(0, -1)) {
                // How it's pressed is asked elsewhere, and takes ten times as long.
                await game.go(turn).evaluate(it => it.click());
            }
            const [needs, has] = await game.section.evaluate((it, last) => {
                const [code, end] = ['.scheduler-code', last].map(part => it.querySelector(part).getBoundingClientRect());
                const bar = document.querySelector('#mdbook-menu-bar').offsetHeight;
                return [Math.max(code.bottom, end.bottom) - code.top, innerHeight - bar];
            }, last);
            assert.ok(needs <= has, `${id} needs ${needs} pixels of ${has} at ${size.width} × ${size.height}`);
            assertNoFaults(page);
            await page.context().close();
        }
    }
}

async function opened(reader, options) {
    const [address, id] = played[0];
    const page = await reader.open(address, options);
    const game = await widget(page, id);
    await byMouse.unfold(game);
    return game;
}

async function shown(reader) {
    const game = await opened(reader);
    for (const [place, { schedule }] of game.data.outcomes.entries()) {
        await game.show(place).focus();
        for (let press = 0; press <= schedule.length; press += 1) {
            await game.page.keyboard.press('Enter');
            assert.ok(await game.show(place).evaluate(it => document.activeElement === it), 'the focus has moved');
        }
        assert.match(await game.said(), /as shown to you/);
        assert.match(await game.score(), /: 0 of/);
    }
    assertNoFaults(game.page);
}

// What std permits is a button of its own, which has a name that says for whom; a screen reader is told of it, and what is
// not kept behind it cannot be pressed.
async function permits(reader) {
    const [address, id] = permitted[1];
    const page = await reader.open(address);
    const game = await widget(page, id);
    await byMouse.unfold(game);
    const { outcomes } = game.data;
    const { schedule, needs } = outcomes.at(-1);
    assert.deepEqual(needs, [0]);
    const at = schedule.findIndex(Array.isArray);
    for (const turn of schedule.slice(0, at)) {
        await game.go(turn).click();
    }
    assert.match(await game.said(), /The library permits, for customers 1: wait returns without a reason\./);
    const may = game.go(schedule[at]);
    assert.equal(await may.getAttribute('aria-label'), 'Rarely: wait returns without a reason, for customers 1');
    await may.click();
    await assertFocusIsUseful(game);
    assert.match(await game.said(), /^What hardly ever happens: customers 1 wakes up/);
    assert.match(await game.section.locator('.scheduler-fate').textContent(), /no schedules are counted here/);
    const buttons = game.section.locator('.scheduler-turn button:visible');
    assert.equal(await buttons.count(), 1, 'what is not kept can be pressed');
    await page.keyboard.press('1');
    assert.match(await game.said(), /^main could go now, but this board doesn’t know where that leads/);
    await page.keyboard.press('u');
    assert.ok(await may.isVisible());
    assertNoFaults(page);
}

// No listing of the book goes round, so this board is of its own: main and ann give each other the turn, for ever.
async function roundAndRound(reader) {
    const page = await reader.open('index.html');
    const data = {
        listing: 'polite',
        code: [[['', 'fn main() {']], [['', '    give_turn();']]],
        threads: ['main', 'ann'],
        holdings: [],
        choices: [],
        steps: [[0, 1, 'starts ann', '', ''], [0, 2, 'gives the turn', '', ''], [1, 2, 'gives it back', '', '']],
        states: [[[[0, 1]], [], null, []], [[[1, 2]], [[2, []]], null, []], [[[2, 1]], [[1, []]], null, []]],
        outcomes: [{
            prints: '', ends: 'livelock', schedules: null, schedule: [0], ending: 'livelock: threads go round for ever',
            how: 'ends in a livelock', trouble: 'a livelock',
        }],
        schedules: null,
    };
    await page.evaluate(data => {
        document.body.innerHTML = '<section class="schedules"><details class="scheduler" hidden><summary>Be the scheduler'
            + '</summary></details><script class="schedules-data" type="application/json"></script></section>';
        document.querySelector('.schedules-data').textContent = JSON.stringify(data);
    }, data);
    await page.addScriptTag({ path: fileURLToPath(new URL('../../../theme/scheduler.js', import.meta.url)) });
    await page.locator('.scheduler > summary').click();
    const said = () => page.locator('.scheduler-said').textContent();
    const go = thread => page.locator('.scheduler-go').nth(thread).click();
    assert.equal(await page.locator('.scheduler-fate').isVisible(), false, 'of what has no end there is no count');
    await go(0);
    assert.match(await said(), /Livelock: threads go round for ever\. This is the one outcome, and new to you\. Only main/);
    await go(0);
    await go(1);
    assert.match(await said(), /^ann gives it back, line 2\./);
    assert.doesNotMatch(await said(), /Livelock/, 'it is told once');
    await page.locator('.scheduler-restart').click();
    await page.locator('.scheduler-show').click();
    await page.locator('.scheduler-show').click();
    assert.match(await said(), /as shown to you|found it before/);
    assertNoFaults(page);
}

async function left(reader) {
    const game = await opened(reader);
    await game.show(0).click();
    await game.show(0).click();
    await game.section.locator('.scheduler-leave').click();
    assert.match(await game.said(), /You have left the way/);
    await assertFocusIsUseful(game);
    assertNoFaults(game.page);
}

async function takenBack(reader) {
    const game = await opened(reader);
    const first = await game.said();
    const [thread] = game.data.outcomes[0].schedule;
    await game.go(thread).click();
    await game.page.keyboard.press('Backspace');
    assert.match(await game.said(), /^Taken back: main/);
    await game.go(thread).click();
    await game.section.locator('.scheduler-undo').click();
    assert.match(await game.said(), /^Taken back: main/);
    assert.match(first, /^At the beginning/);
    await assertFocusIsUseful(game);
    assertNoFaults(game.page);
}

async function refused(reader) {
    const game = await opened(reader);
    await game.page.keyboard.press('2');
    assert.match(await game.said(), /cannot go now: it has not been started yet/);
    const deadlock = game.data.outcomes.find(outcome => outcome.ends === 'deadlock');
    for (const thread of deadlock.schedule) {
        await game.page.keyboard.press(`${thread + 1}`);
    }
    assert.match(await game.said(), /Deadlock: no thread can go on/);
    await game.page.keyboard.press('1');
    assert.match(await game.said(), /The program is over/);
    assertNoFaults(game.page);
}

async function remembered(reader) {
    for (const [storage, score] of [[true, /: 1 of/], [false, /: 0 of/]]) {
        const game = await opened(reader, { storage });
        for (const thread of game.data.outcomes[0].schedule) {
            await game.go(thread).click();
        }
        assert.match(await game.score(), /: 1 of/);
        await game.page.reload();
        assert.match(await game.score(), score);
        assertNoFaults(game.page);
    }
}

async function twoWindows(reader) {
    const [address, id] = played[1];
    const page = await reader.open(address);
    const other = await page.context().newPage();
    await other.goto(page.url());
    const windows = [await widget(page, id), await widget(other, id)];
    const { outcomes } = windows[0].data;
    for (const [place, game] of windows.entries()) {
        // A window that lies behind another is painted once in a second.
        await game.page.bringToFront();
        await byMouse.unfold(game);
        for (const thread of outcomes[place].schedule) {
            await game.go(thread).click();
        }
    }
    await page.reload();
    assert.match(await windows[0].score(), /: 2 of/);
    assertNoFaults(page);
}

async function forgottenElsewhere(reader) {
    const [address, id] = played[1];
    const page = await reader.open(address);
    const game = await widget(page, id);
    const { outcomes } = game.data;
    await byMouse.unfold(game);
    for (const [place, outcome] of outcomes.slice(0, 2).entries()) {
        for (const thread of outcome.schedule) {
            await game.go(thread).click();
        }
        if (place === 0) {
            await page.evaluate(() => localStorage.clear());
            await game.section.locator('.scheduler-restart').click();
        }
    }
    await page.reload();
    assert.match(await game.score(), /: 1 of/);
    assertNoFaults(page);
}

async function withoutScript(reader) {
    const [address, id] = played[1];
    const page = await reader.open(address, { script: false, size: phone, from: 'disk' });
    const game = await widget(page, id);
    assert.ok(!await game.summary.isVisible(), 'a widget that does nothing is shown');
    assert.equal(await game.section.locator('tbody tr').count(), game.data.outcomes.length);
    assert.ok(game.data.outcomes.length > 1);
    assert.equal(await game.section.locator('.schedules-permitted').count(), 0);
    await game.section.locator('.schedules-pictures summary').click();
    for (const picture of await game.section.locator('svg').all()) {
        assert.ok(await picture.isVisible());
        assert.match(await picture.getAttribute('aria-label') ?? await picture.textContent(), /\w/);
    }
    assertNoFaults(page);
}
