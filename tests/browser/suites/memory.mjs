// Where memory permits what no order of steps explains: a reader finds it on the board, sees what has been written to each
// atomic, and is told which of the two it is. The pages are those of `cargo book explore FILE --html`, opened from the disk.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, desk, phone } from '../reader.mjs';
import { violations } from '../axe.mjs';
import { lowContrasts } from '../contrast.mjs';

// A narrow phone.
const narrow = { width: 360, height: 740 };

const programs = ['relaxed-message-passing', 'relaxed-store-buffering', 'relaxed-opposite-stores'];

export function cases() {
    return {
        'the table has what memory permits in a group of its own': tables,
        'a load may read an old value, and the board says what that means': staleRead,
        'a store may count before another one': storeBefore,
        'every outcome is reached by mouse on a narrow phone': reader => playAll(reader, { size: narrow }, byMouse),
        'every outcome is reached by keyboard': reader => playAll(reader, { still: true }, byKeyboard),
        'the schedules on the board add up': addUp,
        'an ordinary outcome is not found by what no order of steps explains': notByMemory,
        'a way that is shown leads through what memory permits': shown,
        'the history of each atomic is a table that says who can read what': histories,
        'an arrow leads to what is read': arrows,
        'the page is for everybody': forEverybody,
    };
}

async function open(reader, program, options = {}) {
    const page = await reader.open(`../alone/${program}.html`, { from: 'disk', ...options });
    const section = page.locator('.schedules');
    const data = JSON.parse(await section.locator('.schedules-data').textContent());
    await section.locator('.scheduler > summary').click();
    const lane = thread => section.locator('.scheduler-lane').nth(thread);
    return {
        page,
        data,
        section,
        go: thread => lane(thread).locator('.scheduler-go'),
        or: thread => lane(thread).locator('.scheduler-weak:not([hidden])'),
        text: name => section.locator(`.scheduler-${name}`).textContent(),
        async turns(...threads) {
            for (const thread of threads) {
                await this.go(thread).click();
            }
        },
    };
}

const button = (board, turn) => (Array.isArray(turn) ? board.or(turn[0]) : board.go(turn));

const byMouse = {
    choose: (board, turn) => button(board, turn).click(),
    restart: board => board.section.locator('.scheduler-restart').click(),
};

// Number keys for ordinary steps, and Tab to what memory permits.
const byKeyboard = {
    async choose(board, turn) {
        if (!Array.isArray(turn)) {
            await board.page.keyboard.press(`${turn + 1}`);
            return;
        }
        await tabTo(board.page, board.or(turn[0]));
        await board.page.keyboard.press('Enter');
    },
    async restart(board, steps) {
        for (let step = 0; step < steps; step += 1) {
            await board.page.keyboard.press('Backspace');
        }
    },
};

async function tabTo(page, element) {
    for (const [key, times] of [['Tab', 20], ['Shift+Tab', 40]]) {
        for (let pressed = 0; pressed < times; pressed += 1) {
            if (await element.evaluate(it => document.activeElement === it)) {
                return;
            }
            await page.keyboard.press(key);
        }
    }
    assert.fail(`the keyboard does not reach ${element}`);
}

async function tables(reader) {
    const { page, section } = await open(reader, programs[0]);
    assert.match(await section.locator('.schedules-sentence').textContent(),
        /6 schedules, two outcomes\. Memory permits one more, which no order of steps explains\./);
    const group = section.locator('.schedules-permitted');
    assert.match(await group.locator('[scope="rowgroup"]').textContent(), /^No order of steps explains this one\. Memory permits it:$/);
    assert.equal(await group.locator('.schedules-needs').textContent(), '4 schedules, for example if main reads an old 0 from DATA');
    assertNoFaults(page);
}

async function staleRead(reader) {
    const board = await open(reader, programs[0]);
    assert.match(await board.text('help'), /A dotted button has memory do what no order of steps explains\.$/);
    await board.turns(0, 1, 1);
    assert.equal(await board.or(0).count(), 0, 'what another order of steps explains is offered');
    await board.turns(0);
    assert.match(await board.go(0).textContent(), /Let main go: reads 7 from DATA, the newest$/);
    assert.equal(await board.or(0).textContent(), 'Or: reads an old 0 from DATA; nothing forbids that');
    assert.match(await board.text('said'), /Memory permits, beyond any order of steps: main reads an old 0 from DATA\./);
    assert.match(await board.text('fate'), /^From here: 3 schedules, and 3 that no order of steps explains; only outcome 1 can still come; outcome 3 as well/);
    await board.or(0).click();
    assert.match(await board.text('said'), /^main reads an old 0 from DATA, line \d+\. No order of steps explains what happens from here on\./);
    assert.match(await board.text('fate'), /^No order of steps explains this any more\. From here: 2 schedules; only outcome 3 can still come\.$/);
    const focused = await board.section.evaluate(it => document.activeElement.matches('.scheduler-go:not(:disabled)') && it.contains(document.activeElement));
    assert.ok(focused, 'the focus has been lost');
    await board.page.keyboard.press('u');
    assert.match(await board.text('said'), /^Taken back: main reads an old 0 from DATA\./);
    assert.match(await board.text('fate'), /^From here: 3 schedules, and 3/, 'what is taken back still counts');
    assert.ok(await board.or(0).isVisible());
    await board.turns(0);
    assert.match(await board.go(0).textContent(), /Let main go$/);
    assertNoFaults(board.page);
}

async function storeBefore(reader) {
    const board = await open(reader, programs[2]);
    await board.turns(0, 0, 1, 1, 2);
    assert.match(await board.go(2).textContent(), /Let two go: writes 2 to X, after all that is there$/);
    assert.equal(await board.or(2).textContent(), 'Or: writes 2 to X, which counts before the 1 there; nothing forbids that');
    await board.or(2).click();
    const rows = board.section.locator('.scheduler-history').first().locator('tbody tr');
    assert.deepEqual(await rows.locator('th').allTextContents(), ['0', '2', '1'], 'it is not in its place');
    assertNoFaults(board.page);
}

async function playAll(reader, options, hand) {
    for (const program of programs) {
        const board = await open(reader, program, options);
        const { outcomes } = board.data;
        const usual = outcomes.filter(({ needs = [] }) => needs.length === 0).length;
        for (const [place, { schedule }] of outcomes.entries()) {
            for (const turn of schedule) {
                await hand.choose(board, turn);
            }
            const said = await board.text('said');
            assert.ok(said.includes(`outcome ${place + 1} of ${outcomes.length}, and new to you`), `${program}: ${said}`);
            const [found, beyond] = [Math.min(place + 1, usual), Math.max(place + 1 - usual, 0)];
            assert.equal(await board.text('score'),
                `outcomes found: ${found} of ${usual}, and ${beyond} of ${outcomes.length - usual} that no order of steps explains`);
            if (found === usual && beyond === 0) {
                assert.match(await board.text('challenge'), /Outcome \d comes for example if .*: no order of steps explains it\./);
            }
            await hand.restart(board, schedule.length);
        }
        assert.ok(await board.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${program} is too wide`);
        assertNoFaults(board.page);
        await board.page.context().close();
    }
}

// What the board counts at the beginning is what the table says.
async function addUp(reader) {
    for (const program of programs) {
        const { page, data, section } = await open(reader, program);
        const sum = numbers => numbers.reduce((all, number) => all + Number(number ?? 0), 0);
        const weak = sum(data.outcomes.map(outcome => outcome.weak_schedules));
        const fate = await section.locator('.scheduler-fate').textContent();
        assert.ok(fate.startsWith(`From here: ${data.schedules} schedules, and ${weak} that no order of steps explains; `), fate);
        assertNoFaults(page);
        await page.context().close();
    }
}

// A board of its own: ann may read an old value, and prints the same whichever it reads.
async function notByMemory(reader) {
    const board = await open(reader, programs[0]);
    const data = {
        listing: 'same',
        code: [[['', 'fn main() {']]],
        threads: ['main'],
        holdings: [],
        choices: [['memory', 'main reads an old `0` from `x`'], ['library', '`park` returns without a reason']],
        offers: [[0, 'reads `1` from `x`, the newest'], [1, 'reads an old `0` from `x`; nothing forbids that']],
        steps: [[0, 1, 'reads `1` from `x`', '', ''], [0, 1, 'reads an old `0` from `x`', '', '', 0], [0, 1, 'wakes up', '', '', 1]],
        states: [[[[0, 1], [1, 1], [2, 1]], [], null, []], [[], [], 'returned', []]],
        outcomes: [{
            prints: '', ends: 'returned', schedules: '1', weak_schedules: '1', schedule: [0], ending: 'main returns', how: 'returns',
        }],
        schedules: '1',
    };
    await board.page.evaluate(data => {
        document.body.innerHTML = '<section class="schedules"><details class="scheduler" hidden><summary>Be the scheduler'
            + '</summary></details><script class="schedules-data" type="application/json"></script></section>';
        document.querySelector('.schedules-data').textContent = JSON.stringify(data);
    }, data);
    const script = await readFile(new URL('../../../theme/scheduler.js', import.meta.url), 'utf8');
    await board.page.evaluate(script => (0, eval)(script), script);
    await board.page.locator('.scheduler > summary').click();
    assert.match(await board.text('fate'), /^From here: one schedule, and 1 that no order of steps explains\.$/);
    await board.or(0).click();
    assert.equal(await board.text('fate'), 'No order of steps explains this schedule.');
    assert.match(await board.text('said'), /This is the one outcome, but no order of steps explains how you came to it/);
    assert.equal(await board.text('score'), 'outcomes found: 0 of 1');
    await board.page.keyboard.press('u');
    assert.match(await board.text('help'), /A dotted button .* A dashed button/);
    await board.page.keyboard.press('1');
    assert.match(await board.text('said'), /and new to you/);
    assert.equal(await board.text('score'), 'outcomes found: 1 of 1');
    assertNoFaults(board.page);
}

async function shown(reader) {
    const board = await open(reader, programs[1]);
    const place = board.data.outcomes.length - 1;
    const { schedule } = board.data.outcomes[place];
    const show = board.section.locator('.scheduler-show').nth(place);
    await show.click();
    const at = schedule.findIndex(Array.isArray);
    for (let step = 0; step < schedule.length; step += 1) {
        if (step === at) {
            assert.ok(await board.or(schedule[at][0]).evaluate(it => it.classList.contains('scheduler-wanted')), 'it is not pointed at');
        }
        await show.click();
    }
    assert.match(await board.text('said'), /as shown to you/);
    assert.match(await board.text('score'), /, and 0 of 1 that no order of steps explains$/);
    assertNoFaults(board.page);
}

async function histories(reader) {
    const board = await open(reader, programs[0]);
    assert.match(await board.text('histories'), /No atomic has been used yet\./);
    await board.turns(0, 1, 1, 0);
    const table = board.section.locator('.scheduler-history').first();
    const rows = async () => table.locator('tr').evaluateAll(rows => rows.map(row => [...row.cells].map(cell => cell.textContent)));
    assert.equal(await table.locator('caption').textContent(), 'DATA');
    const [head, first, last] = await rows();
    // What is read out: the letter of a thread and its name, of which the letter is hidden.
    assert.deepEqual(head, ['Value', 'Written', 'mmain', 'wwriter']);
    assert.deepEqual(first, ['0', 'at first', 'can read', '–can no longer read it']);
    assert.match(last[1], /^writer, line \d+$/);
    assert.deepEqual([last[0], ...last.slice(2)], ['7', 'newest', 'newest']);
    await board.or(0).click();
    assert.equal((await rows())[1][2], '✓ has read it; can read');
    assert.equal((await rows())[2][2], 'newest');
    assertNoFaults(board.page);
}

async function arrows(reader) {
    const { page, section } = await open(reader, programs[1], { size: phone });
    await section.locator('.schedules-pictures > summary').click();
    const pictures = section.locator('svg.timeline');
    const count = await pictures.count();
    const [last, first] = [pictures.nth(count - 1), pictures.first()];
    assert.equal(await last.locator('.timeline-arrow').count(), 1);
    assert.equal(await first.locator('.timeline-arrow').count(), 0);
    assert.match(await last.locator('desc').textContent(), /It reads from the 0 with which X was made, which is not the newest\./);
    assert.match(await section.locator('.schedules-key').first().textContent(), /A dotted box at which a dashed arrow ends is a load/);
    // The tip is at the box of the load, and no box or word lies on the shaft.
    const fits = await last.evaluate(svg => {
        const box = svg.querySelector('.timeline-weak .timeline-box').getBoundingClientRect();
        const tip = svg.querySelector('.timeline-tip').getBoundingClientRect();
        const shaft = svg.querySelector('.timeline-shaft').getBoundingClientRect();
        const others = [...svg.querySelectorAll('.timeline-box, .timeline-words')].map(it => it.getBoundingClientRect());
        const onIt = others.some(it => it.left < shaft.right - 6 && it.right > shaft.right - 1 && it.bottom > shaft.top && it.top < shaft.bottom);
        const touches = Math.min(Math.abs(tip.left - box.right), Math.abs(tip.right - box.left)) < 3
            && tip.top > box.top && tip.bottom < box.bottom;
        return { touches, onIt };
    });
    assert.deepEqual(fits, { touches: true, onIt: false });
    assertNoFaults(page);
}

async function forEverybody(reader) {
    const offers = [[programs[0], [0, 1, 1, 0]], [programs[2], [0, 0, 1, 1, 2]]];
    for (const [size, scheme] of [[desk, 'light'], [desk, 'dark'], [narrow, 'light'], [narrow, 'dark']]) {
        for (const [program, turns] of offers) {
            const board = await open(reader, program, { size, scheme, still: true });
            await board.section.locator('.schedules-pictures > summary').click();
            await board.turns(...turns);
            const where = `${program}, ${size.width}, ${scheme}`;
            // As in a page of the book, where the contrasts are looked for.
            await board.page.locator('main').evaluate(main => main.setAttribute('id', 'mdbook-main'));
            assert.deepEqual(await board.page.evaluate(lowContrasts), [], where);
            assert.ok(await board.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `too wide: ${where}`);
            // Each history stays a table, and has room.
            const rows = await board.section.locator('.scheduler-history tr').evaluateAll(rows => rows.map(row => {
                const frame = row.closest('.scheduler-histories').getBoundingClientRect();
                const cells = [...row.cells].map(cell => cell.getBoundingClientRect());
                return cells.every((cell, place) => cell.right <= frame.right + 1 && (place === 0 || cell.left >= cells[place - 1].right - 1));
            }));
            assert.ok(rows.length >= 5 && rows.every(Boolean), `the cells are not side by side: ${where}`);
            assert.deepEqual(await violations(board.page), [], where);
            assertNoFaults(board.page);
            await board.page.context().close();
        }
    }
}
