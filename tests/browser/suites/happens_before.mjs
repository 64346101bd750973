// Where a thread acquires what another one has released: pictures and the board join the two steps by an arrow, and say in
// words what it means.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { assertNoFaults, desk, phone, showEvidence } from '../reader.mjs';
import { every, violations } from '../axe.mjs';
import { lowContrasts } from '../contrast.mjs';
import { painted, tooWide } from '../layout.mjs';

// A narrow phone.
const narrow = { width: 360, height: 740 };

const released = 'memory/release-and-acquire.html';
const oneOrder = 'memory/one-order.html';
const plain = 'memory/what-isnt-atomic.html';

// A flag; two flags and four threads, of which one may read what is old as well; two releases of one thread; and two
// threads of which each acquires what the other one has released.
const letter = { on: released, id: 'memory-letter-behind-a-released-flag', turns: [0, 1, 1, 1, 0] };
const judges = { on: oneOrder, id: 'memory-two-judges-of-a-regatta', turns: [0, 0, 0, 1, 1, 0, 2, 3, 2] };
const basin = { on: plain, id: 'memory-basin-after-you-in-one-order', turns: [0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1] };
const keepers = { on: oneOrder, id: 'memory-doorkeepers-and-three-of-four', turns: [0, 0, 1, 1, 0] };

export function cases() {
    return {
        'a picture has an arrow from a release to what acquires it': pictured,
        'the two kinds of arrows have different forms and hide nothing': forms,
        'what the arrow says is told where there is no JavaScript': told,
        'the board says what the last step has acquired': reader => said(reader, byKeyboard),
        'the board says so to whoever has a mouse and a phone': reader => said(reader, byMouse, { size: phone }),
        'an arrow of the board joins the two steps and crosses no other one': joined,
        'a step that is taken back takes its arrow along': takenBack,
        'what an old value brings was released with that value': old,
        'a board of which no step acquires anything has no arrow and does not speak of any': without,
        'the arrows are for everybody': forEverybody,
    };
}

async function open(reader, { id, on }, options = {}) {
    const page = await reader.open(on, options);
    await showEvidence(page, id);
    return boardOf(page, page.locator(`#${id}-schedules`));
}

function boardOf(page, section) {
    return {
        page,
        section,
        summary: section.locator('.scheduler > summary'),
        pictures: section.locator('svg.timeline'),
        times: section.locator('.scheduler-times'),
        arrows: section.locator('.scheduler-arrow'),
        said: () => section.locator('.scheduler-said').textContent(),
    };
}

const byMouse = {
    unfold: board => board.summary.click(),
    choose: (board, thread) => board.section.locator('.scheduler-go').nth(thread).click(),
};

const byKeyboard = {
    unfold: board => board.summary.press('Enter'),
    choose: (board, thread) => board.page.keyboard.press(`${thread + 1}`),
};

async function play(board, { turns }, hand = byKeyboard) {
    await hand.unfold(board);
    for (const thread of turns) {
        await hand.choose(board, thread);
    }
}

async function pictured(reader) {
    const board = await open(reader, letter, { size: phone });
    await board.section.locator('.schedules-pictures > summary').click();
    assert.equal(await board.pictures.nth(0).locator('.timeline-before').count(), 0, 'the flag is down, and nothing is acquired');
    const picture = board.pictures.nth(1);
    assert.equal(await picture.locator('.timeline-before').count(), 1);
    assert.match(await board.section.locator('.schedules-key').first().textContent(),
        /A solid arrow leads from a step of one thread to the step of another that takes over what the first has handed on, as an acquire does from a release: all that the one thread did up to there happens before all that the other does from there on\.$/);
    assert.match(await picture.locator('desc').textContent(),
        /main reads FLAG, line 15\. It acquires what postman released on line 9: all that postman did up to there happens before all that main does from here on\./);
    assert.deepEqual(await picture.evaluate(endsOfArrows), [[['9'], ['15']]]);
    assertNoFaults(board.page);
}

// For each solid arrow the numbers in the boxes at which it begins, and at which it ends. This runs in the page.
function endsOfArrows(svg) {
    const boxes = [...svg.querySelectorAll('.timeline-step')].map(step => ({
        box: step.querySelector('.timeline-box').getBBox(), number: step.querySelector('.timeline-number').textContent.trim(),
    }));
    const at = ({ x, y }) => boxes.filter(({ box }) => x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y && y <= box.y + box.height)
        .map(({ number }) => number);
    return [...svg.querySelectorAll('.timeline-before .timeline-shaft')]
        .map(shaft => [at(shaft.getPointAtLength(0)), at(shaft.getPointAtLength(shaft.getTotalLength()))]);
}

async function forms(reader) {
    const board = await open(reader, judges, { size: narrow });
    await board.section.locator('.schedules-pictures > summary').click();
    const seen = await board.pictures.nth(2).evaluate(svg => {
        const form = arrow => {
            const [shaft, tip] = ['.timeline-shaft', '.timeline-tip'].map(part => getComputedStyle(arrow.querySelector(part)));
            return [shaft.strokeDasharray === 'none', tip.fill === 'none', arrow.querySelectorAll('circle').length];
        };
        const arrows = [...svg.querySelectorAll('.timeline-arrow')];
        const points = arrow => {
            const shaft = arrow.querySelector('.timeline-shaft');
            const length = shaft.getTotalLength();
            return Array.from({ length: Math.floor(length) }, (_, at) => shaft.getPointAtLength(at + 0.5));
        };
        // Of the boxes at which it begins and ends it touches the edge.
        const isIn = ({ x, y }, box) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y && y < box.y + box.height;
        const things = [...svg.querySelectorAll('.timeline-box, .timeline-words, .timeline-waits, .timeline-screen')];
        const hidden = things.filter(it => arrows.some(arrow => points(arrow).some(point => isIn(point, it.getBBox()))));
        // How much of one arrow lies on another.
        const near = (one, other) => points(one).filter(a => points(other).some(b => Math.hypot(a.x - b.x, a.y - b.y) < 2)).length;
        const pairs = arrows.flatMap((one, at) => arrows.slice(at + 1).map(other => near(one, other)));
        return {
            forms: arrows.map(form).sort(), hidden: hidden.map(it => it.outerHTML),
            // Where they cross they lie on each other for a moment.
            longest: Math.max(...pairs),
        };
    });
    assert.deepEqual(seen.forms, [[false, false, 1], [true, true, 0], [true, true, 0]], 'dashed with a dot and a full tip, or whole and open');
    assert.deepEqual(seen.hidden, []);
    assert.ok(seen.longest < 6, `one arrow lies on another for ${seen.longest} pixels`);
    assertNoFaults(board.page);
}

async function told(reader) {
    const page = await reader.open(released, { script: false, from: 'disk' });
    const figure = page.locator('.timeline-figure', { hasText: 'it prints a letter of 7 pages' });
    assert.match(await figure.locator('figcaption').textContent(), /A solid arrow leads from a step of one thread/);
    assert.match(await figure.locator('desc').textContent(), /It acquires what postman released on line 9/);
    assert.equal(await figure.locator('.timeline-before').count(), 1);
    assertNoFaults(page);
}

async function said(reader, hand, options) {
    const board = await open(reader, letter, options);
    await play(board, letter, hand);
    assert.equal(await board.said(), 'main reads FLAG, line 15. It acquires what postman released on line 9: all that postman did '
        + 'up to there happens before all that main does from here on. Only main can go now.');
    assert.equal(await board.section.locator('.scheduler-said').getAttribute('role'), 'status');
    assert.equal(await board.arrows.count(), 1);
    assert.match(await board.section.locator('.scheduler-times').locator('..').textContent(), /An arrow leads from a release to where it is acquired\./);
    assert.equal(await board.times.getAttribute('aria-label'),
        'Steps so far: main 2 and postman 3. main, line 15, has acquired what postman released on line 9.');
    // It is said once, of the step in which it happens.
    await hand.choose(board, 0);
    assert.doesNotMatch(await board.said(), /acquires/);
    assert.equal(await board.arrows.count(), 1, 'the arrow stays');
    assert.ok(await board.section.evaluate(it => it.contains(document.activeElement)), 'the focus has been lost');
    assertNoFaults(board.page);
}

async function joined(reader) {
    for (const [listing, steps] of [[letter, [[2, 4]]], [judges, [[3, 6], [7, 8]]], [basin, [[1, 6], [7, 10]]], [keepers, [[1, 3], [2, 4]]]]) {
        for (const size of [desk, narrow]) {
            const board = await open(reader, listing, { size });
            await play(board, listing);
            const seen = await board.times.evaluate(times => {
                const strips = [...times.querySelectorAll('.scheduler-strip')];
                const marks = strips.flatMap(strip => [...strip.children].map((cell, step) => ({ cell, step })))
                    .filter(({ cell }) => cell.classList.contains('scheduler-went'))
                    .map(({ cell, step }) => ({ step, box: cell.getBoundingClientRect() }));
                // The mark at a point, or within so many pixels of it.
                const at = (x, y, by) => marks.filter(({ box }) => x > box.left && x < box.right && y > box.top - by && y < box.bottom + by)
                    .map(({ step }) => step);
                return [...times.querySelectorAll('.scheduler-arrow')].map(arrow => {
                    const lines = [...arrow.querySelectorAll('line')].map(line => {
                        const { left, right, top, bottom } = line.getBoundingClientRect();
                        return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
                    });
                    const [first, along, last] = lines;
                    const down = first.y < along.y;
                    const crossed = lines.flatMap(({ left, right, top, bottom }) =>
                        marks.filter(({ box }) => left < box.right && right > box.left && top < box.bottom && bottom > box.top));
                    return {
                        ends: [at(first.x, down ? first.top : first.bottom, 3), at(last.x, last.y < along.y ? last.top : last.bottom, 3)],
                        crossed: crossed.map(({ step }) => step),
                        isLast: arrow.classList.contains('scheduler-arrow-last'),
                        along,
                    };
                });
            });
            const alongs = seen.map(arrow => arrow.along);
            const onEachOther = alongs.some((one, at) => alongs.slice(at + 1)
                .some(other => Math.abs(one.y - other.y) < 2 && one.left < other.right && other.left < one.right));
            assert.ok(!onEachOther, `${listing.id}, ${size.width}: two arrows lie on each other`);
            seen.forEach(arrow => delete arrow.along);
            const expected = steps.map(([from, to]) => ({ ends: [[from], [to]], crossed: [], isLast: to === listing.turns.length - 1 }));
            assert.deepEqual(seen, expected, `${listing.id}, ${size.width}`);
            assertNoFaults(board.page);
            await board.page.context().close();
        }
    }
}

async function takenBack(reader) {
    const board = await open(reader, judges);
    await play(board, judges);
    assert.equal(await board.arrows.count(), 2);
    await board.page.keyboard.press('u');
    assert.match(await board.said(), /^Taken back: at_the_pier reads true from BLUE\./);
    assert.equal(await board.arrows.count(), 1);
    await board.section.locator('.scheduler-restart').click();
    assert.equal(await board.arrows.count(), 0);
    assert.equal(await board.times.getAttribute('aria-label'), 'Steps so far: none.');
    assertNoFaults(board.page);
}

// A board of its own: ann releases a 1 and a 2 on one line, and main reads the 1, though the 2 is there, and acquires it.
async function old(reader) {
    const page = await reader.open('index.html');
    const history = (...writes) => ['`x`', writes.map(([value, ...reads]) => [1, 3, value, reads, []])];
    const data = {
        listing: 'old',
        code: [[['', 'fn main() {']], [['', '}']], [['', '// ann']]],
        threads: ['main', 'ann'],
        holdings: [],
        choices: [['memory', 'main reads an old `1` from `x`']],
        offers: [[2, 'reads an old `1` from `x`; nothing forbids that'], [3, 'reads `2` from `x`, the newest']],
        steps: [[1, 3, 'writes `1` to `x`', '', ''], [1, 3, 'writes `2` to `x`', '', ''], [0, 1, 'reads an old `1` from `x`', '', '', 0],
            [0, 1, 'reads `2` from `x`', '', '']],
        states: [[[[0, 1]], [], null, []], [[[1, 2]], [], null, []], [[[2, 3], [3, 4]], [], null, []], [[], [], 'returned', []],
            [[], [], 'returned', []]],
        memory: {
            histories: [history(), history(['1']), history(['1'], ['2']), history(['1', 0], ['2']), history(['1'], ['2', 0])],
            states: [[0], [1], [2], [3], [4]],
        },
        synchronises: [2, 3].map(step => [step, 1, 3, 'what ann released on line 3', 'all that ann did happens before']),
        outcomes: [{
            prints: '', ends: 'returned', schedules: '1', weak_schedules: '1', schedule: [1, 1, 0], ending: 'main returns',
            how: 'returns',
        }],
        schedules: '1',
    };
    await replaceBy(page, data);
    const board = boardOf(page, page.locator('.schedules'));
    await board.summary.click();
    await board.page.keyboard.press('2');
    await board.page.keyboard.press('2');
    const from = () => board.arrows.locator('line').first().getAttribute('x1');
    await board.page.keyboard.press('1');
    assert.equal(await from(), '50%', 'the newest value was released in the second step of three');
    await board.page.keyboard.press('u');
    await board.section.locator('.scheduler-weak').click();
    assert.equal(parseInt(await from(), 10), 16, 'the old value was released in the first step of three');
    assertNoFaults(page);
}

// Puts a board with this data in the place of all that is on a page.
async function replaceBy(page, data) {
    await page.evaluate(data => {
        document.body.innerHTML = '<section class="schedules"><details class="scheduler" hidden><summary>Be the scheduler'
            + '</summary></details><script class="schedules-data" type="application/json"></script></section>';
        document.querySelector('.schedules-data').textContent = JSON.stringify(data);
    }, data);
    const script = await readFile(new URL('../../../theme/scheduler.js', import.meta.url), 'utf8');
    await page.evaluate(script => (0, eval)(script), script);
}

async function without(reader) {
    const board = await open(reader, { on: released, id: 'memory-letter-behind-a-flag' });
    await play(board, letter);
    assert.equal(await board.arrows.count(), 0);
    assert.doesNotMatch(await board.said(), /acquires/);
    assert.doesNotMatch(await board.section.locator('.scheduler-body').textContent(), /An arrow/);
    assert.equal(await board.times.getAttribute('aria-label'), 'Steps so far: main 2 and postman 3.');
    assertNoFaults(board.page);
}

async function forEverybody(reader) {
    for (const [size, scheme] of [[desk, 'light'], [desk, 'dark'], [narrow, 'light'], [narrow, 'dark']]) {
        const board = await open(reader, judges, { size, scheme, still: true });
        await board.section.locator('.schedules-pictures > summary').click();
        await play(board, judges);
        const where = `${size.width}, ${scheme}`;
        assert.equal(await board.arrows.count(), 2, where);
        await board.page.evaluate(painted);
        assert.deepEqual(await board.page.evaluate(lowContrasts), [], where);
        assert.deepEqual(await board.page.evaluate(tooWide), [], `too wide: ${where}`);
        assert.ok(await board.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `too wide: ${where}`);
        assert.ok(await board.arrows.first().evaluate(seenWell), `an arrow is hardly seen: ${where}`);
        // The rest of the page is swept with all others.
        assert.deepEqual(await violations(board.page, every, `#${judges.id}-schedules`), [], where);
        // With reduced motion nothing moves.
        const moving = await board.section.evaluate(it => it.getAnimations({ subtree: true }).length);
        assert.equal(moving, 0, where);
        assertNoFaults(board.page);
        await board.page.context().close();
    }
}

// Whether the colour of an arrow is that of the text beside it, whose contrast is looked at. This runs in the page.
function seenWell(arrow) {
    return getComputedStyle(arrow).stroke === getComputedStyle(arrow.closest('.schedules').querySelector('.scheduler-said')).color;
}
