// Whether words are told apart and brought together as the search needs it: `node words.mjs BOOK`. It ends with an error
// if they are not.

import assert from 'node:assert/strict';
import { rankingOf } from './ask.mjs';

const { stem, isOneEditFrom } = rankingOf(process.argv[2]);

const forms = [
    ['spawn', 'spawns', 'spawned', 'spawning'],
    ['move', 'moves', 'moved', 'moving'],
    ['release', 'releases', 'released', 'releasing'],
    ['scope', 'scopes', 'scoped', 'scoping'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['panic', 'panics', 'panicked', 'panicking'],
    ['library', 'libraries'],
    ['mutex', 'mutexs', 'mutexes'],
    ['pass', 'passes', 'passed', 'passing'],
];
for (const words of forms) {
    assert.equal(new Set(words.map(stem)).size, 1, words.map(word => `${word}: ${stem(word)}`).join(', '));
}
// One stem for each of these would find one for the other.
for (const words of [['send', 'sender', 'sent'], ['lock', 'look', 'block'], ['string', 'str'], ['need', 'ne'], ['atomic', 'atom'], ['thing', 'th']]) {
    assert.equal(new Set(words.map(stem)).size, words.length, words.map(word => `${word}: ${stem(word)}`).join(', '));
}
for (const name of ['e0382', 'split_at_mut', 'available_cores']) {
    assert.equal(stem(name), name);
}

for (const typed of ['mutx', 'mutexx', 'mutez', 'umtex', 'mtuex', 'mutxe', 'utex', 'xmutex']) {
    assert.ok(isOneEditFrom(typed, 'mutex') && isOneEditFrom('mutex', typed), typed);
}
for (const typed of ['mutex', 'mut', 'mxtue', 'mutexes', 'xutxe', 'lock']) {
    assert.ok(!isOneEditFrom(typed, 'mutex') && !isOneEditFrom('mutex', typed), typed);
}
