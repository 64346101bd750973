// What the board says: sentences of theme/scheduler-words.js that no page of the book comes to, or that nobody would notice
// to be wrong among others. They need no page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import vm from 'node:vm';

const file = new URL('../../../theme/scheduler-words.js', import.meta.url);
const words = vm.runInNewContext(`${await readFile(file, 'utf8')}; schedulerWords`, {});

export function cases() {
    return {
        'code stands apart, and what keeps Markdown from reading a name is gone': code,
        'what can still come is one sentence': fate,
        'what is behind an order of steps is told': left,
        'the end of a program says who waits and who races': ends,
        'there is always something to do': challenge,
    };
}

// Code in brackets.
const bracketed = said => words.plain(said.map(it => (it.tag === 'code' ? `[${words.plain(it.words)}]` : it)));

function code() {
    assert.equal(bracketed(words.marked('main reads `0` from `a[1]`')), 'main reads [0] from [a[1]]');
    assert.equal(bracketed(words.marked('at\\_the\\_pier writes `` ` ``')), 'at_the_pier writes [`]');
    assert.equal(bracketed(words.marked('prints `a\\_b`')), 'prints [a\\_b]', 'within code it is a letter');
    assert.equal(bracketed(words.marked('one ` alone')), 'one ` alone');
}

const program = outcomes => ({ threads: ['main', 'ann'], outcomes, usual: outcomes.filter(it => !it.onlyIf).length, weak: 0, schedules: '1200' });
const some = { prints: '', how: 'returns' };
const prospects = { count: 1200n, beyond: 0n, come: [], isAll: false, also: [], rarely: [] };

function fate() {
    const rare = { ...some, onlyIf: 'only if `wait` returns' };
    const from = it => words.fate(program([some, some, some, rare]), { isOver: false, isRare: false, isWeak: false, prospects: { ...prospects, ...it } });
    assert.equal(from({}), 'From here: 1,200 schedules.');
    assert.equal(from({ count: 1n, come: [0] }), 'From here: one schedule; only outcome 1 can still come.');
    assert.equal(from({ come: [0, 1], isAll: true }), 'From here: 1,200 schedules; both outcomes can still come.');
    assert.equal(from({ come: [0, 1, 2], isAll: true }), 'From here: 1,200 schedules; all 3 outcomes can still come.');
    assert.equal(from({ come: [0, 2], rarely: [3] }),
        'From here: 1,200 schedules; outcomes 1 and 3 can still come; outcome 4 as well, only if wait returns.');
    assert.equal(from({ beyond: 2000n, come: [0], also: [1, 2] }), 'From here: 1,200 schedules, and 2,000 that no order of steps '
        + 'explains; only outcome 1 can still come; outcomes 2 and 3 as well, but by no order of steps.');
    assert.equal(from({ count: undefined }), '', 'of what has no end there is no count');
}

function left() {
    const at = it => words.fate(program([some]), { isOver: false, isRare: false, isWeak: false, prospects, ...it });
    assert.equal(at({ isWeak: true }), 'No order of steps explains this any more. From here: 1,200 schedules.');
    assert.equal(at({ isWeak: true, isOver: true }), 'No order of steps explains this schedule.');
    assert.equal(at({ isWeak: true, isRare: true }), 'No order of steps explains this any more. This is behind what the library '
        + 'hardly ever does: no schedules are counted here.');
    assert.equal(at({ isRare: true, isOver: true }), '');
}

function ends() {
    const told = (ending, more) => words.plain(words.ended(program([some]), { ending, who: [], isGood: false, waiting: [], ...more }));
    assert.equal(told('main panics: no bread'), 'main panics: no bread.', 'main is a name');
    assert.equal(told('undefined behaviour: data race', { who: ['ann at line 7', 'main at line 5'] }),
        'Undefined behaviour: data race. Ann at line 7 and main at line 5.');
    const waits = (thread, holders) => ({ thread, waits: 'waits for `door`', holders });
    assert.equal(told('deadlock: no thread can go on', { waiting: [waits(0, [1]), waits(1, [1])] }),
        'Deadlock: no thread can go on. main waits for door, which ann has. ann waits for door, which it holds itself.');
    const [, end] = words.ended(program([some]), { ending: 'main returns', who: [], isGood: true, waiting: [] });
    assert.deepEqual({ ...end.attributes }, {}, 'what ends well does not look bad');
}

function challenge() {
    const stuck = { ...some, how: 'ends in a deadlock', trouble: 'a deadlock' };
    const weak = { ...some, onlyIf: 'for example if main reads an old `0`' };
    const left = (of, found, more) => words.plain(words.challenge({ ...program(of), ...more }, found));
    assert.equal(left([some, stuck], [0]), 'Outcomes found: 1 of 2. Find a schedule that ends in a deadlock.');
    assert.equal(left([stuck], []), 'Outcomes found: 0 of 1. Try to keep the threads from a deadlock.');
    assert.equal(left([some, some], []), 'Outcomes found: 0 of 2. Let the threads go in any order you like, until the program ends.');
    assert.equal(left([some, some], [0]), 'Outcomes found: 1 of 2. Find a schedule that comes to outcome 2.');
    assert.equal(left([some, some], [0, 1]), 'Outcomes found: 2 of 2. There is no other in any of its 1,200 schedules.');
    assert.equal(left([some], [0]), 'Outcomes found: 1 of 1. Try to make it come to anything else: none of its 1,200 schedules does.');
    assert.equal(left([some], [0], { schedules: null }), 'Outcomes found: 1 of 1. Try to make it come to anything else: it never does.');
    assert.equal(left([some], [], { schedules: '1' }), 'Outcomes found: 0 of 1. There is one schedule: at each step one thread alone can go.');
    assert.equal(left([some, weak], [0], { weak: 1 }), 'Outcomes found: 1 of 1, and 0 of 1 that no order of steps explains. Outcome 2 '
        + 'comes for example if main reads an old 0: no order of steps explains it.');
}
