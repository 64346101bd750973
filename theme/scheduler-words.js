// The words of the board: what it says, from what is the case. This file knows no page and keeps nothing. What the evidence
// says in words (steps, endings, what an outcome needs, what is acquired) stands in the data, as a page says it elsewhere.
// Here is what depends on how far the reader has come, and what is the same for each listing.
'use strict';

// Words are texts, and words that are set apart: `{ tag, attributes, words }`.
const schedulerWords = (() => {
    const apart = (tag, words, attributes = {}) => ({ tag, attributes, words: [words].flat() });
    const unseen = words => apart('span', words, { class: 'scheduler-unseen' });
    const unspoken = words => apart('span', words, { 'aria-hidden': 'true' });

    // Words as one text, for where nothing can be set apart.
    function plain(words) {
        return words.map(it => (typeof it === 'string' ? it : plain(it.words))).join('');
    }

    // Markdown of the data, in which code stands between backticks.
    function marked(text) {
        const words = [];
        let before = '';
        let at = 0;
        while (at < text.length) {
            const next = text[at + 1];
            if (text[at] === '\\' && next && /[!-/:-@[-`{-~]/.test(next)) {
                before += next;
                at += 2;
                continue;
            }
            if (text[at] !== '`') {
                before += text[at];
                at += 1;
                continue;
            }
            const ticks = /^`+/.exec(text.slice(at))[0];
            const close = closing(text, at + ticks.length, ticks.length);
            if (close < 0) {
                before += ticks;
                at += ticks.length;
                continue;
            }
            const code = text.slice(at + ticks.length, close);
            const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim();
            words.push(before, apart('code', padded ? code.slice(1, -1) : code, { class: 'nohighlight' }));
            before = '';
            at = close + ticks.length;
        }
        return [...words, before].filter(it => it !== '');
    }

    function closing(text, from, length) {
        for (const found of text.slice(from).matchAll(/`+/g)) {
            if (found[0].length === length) {
                return from + found.index;
            }
        }
        return -1;
    }

    const grouped = number => BigInt(number).toLocaleString('en');
    const onLine = (before, line, after = '') => (line ? `${before}line ${line}${after}` : '');
    const capital = text => (text.startsWith('main ') ? text : text[0].toUpperCase() + text.slice(1));
    const numbers = places => all(places.map(place => place + 1));

    function all(items) {
        return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
    }

    // ---- Names of the parts, and what they are for ----

    const names = {
        undo: 'Undo', restart: 'Start again', leave: 'Go my own way', show: 'Show me one', output: 'Output so far',
        threads: 'Threads', outcomes: 'Outcomes', code: 'The code, with the place of each thread',
        histories: 'What has been written to each atomic', nothingPrinted: 'nothing yet',
        noHistory: 'No atomic has been used yet.', value: 'Value', written: 'Written',
    };

    function help({ byMemory, byLibrary }) {
        return ['You say which thread goes next: press its button. ',
            apart('span', ['Its number key does the same while the focus is in here, and ', apart('kbd', 'Backspace'), ' or ',
                apart('kbd', 'u'), ' takes a step back.'], { class: 'scheduler-keys' }),
            byMemory ? ' A dotted button has memory do what no order of steps explains.' : '',
            byLibrary ? ' A dashed button has the library do what it permits itself, though it hardly ever does it.' : ''];
    }

    function memory() {
        return [`${names.histories}, in its modification order. A thread reads the newest value, or an old one that it can still `
            + 'read. There is a button for an old one only where no order of steps explains reading it; elsewhere, let the '
            + 'thread read earlier. ', unspoken('✓'), unseen('“has read it”'), ' marks what a thread has read.'];
    }

    function stepsSoFar(hasArrows) {
        return `Steps so far${hasArrows ? '. An arrow leads from a release to where it is acquired.' : ''}`;
    }

    function outcomeName({ outcomes }, place) {
        return outcomes.length > 1 ? `outcome ${place + 1}` : 'the outcome';
    }

    function outcome(program, place) {
        const { prints, how, onlyIf } = program.outcomes[place];
        const lines = prints.replace(/\n$/, '').split('\n');
        const printed = lines.slice(0, 3).flatMap((line, index) => [index ? ' / ' : 'prints ', apart('samp', line)]);
        return [apart('strong', capital(outcomeName(program, place))), ': ',
            ...(prints ? [...printed, lines.length > 3 ? ' …, ' : ', '] : ['prints nothing, ']),
            how, ...(onlyIf ? [', ', ...marked(onlyIf)] : []), '. '];
    }

    const foundOrNot = isFound => (isFound ? '✓ found' : 'not found yet');
    const nextOf = (step, steps) => `Step ${step} of ${steps}`;

    // ---- Who can go, and what each thread is doing ----

    const letGo = name => `Let ${name} go`;

    // What a thread does, where memory permits it to do something else instead.
    const offered = words => [': ', ...marked(words)];

    function may(program, choice, offer) {
        return program.isWeak(choice) ? ['Or: ', ...marked(offer)] : ['Rarely: ', ...marked(program.choice(choice))];
    }

    const forThread = (words, name) => `${plain(words)}, for ${name}`;

    function waitsFor({ threads }, { thread, waits, holders }) {
        if (holders.length === 0) {
            return marked(waits);
        }
        const whose = holders.length === 1 && holders[0] === thread ? 'it holds itself'
            : `${all(holders.map(holder => threads[holder]))} ${holders.length === 1 ? 'has' : 'have'}`;
        return [...marked(waits), `, which ${whose}`];
    }

    const whoWaits = (program, waits) => [` ${program.threads[waits.thread]} `, ...waitsFor(program, waits), '.'];

    // Why a thread has no step and waits for nothing: `over` says how it came to that, if it had begun.
    const gone = { cutOff: 'is cut off by the end of the program', ended: 'has ended' };

    // What a thread is about to do, what it holds, and who waits for that.
    function status(program, { step, waits, over, holds, wanting }) {
        const does = step ? [...marked(step.does), step.to === null ? ', which is not on the way shown here' : '']
            : waits ? waitsFor(program, waits) : [gone[over] ?? 'not started yet'];
        const held = holds.length ? ['; ', apart('span', ['holds ', ...marked(all(holds))], { class: 'scheduler-holds' })] : [];
        const [who, wait] = [all(wanting.map(({ thread }) => program.threads[thread])), wanting.length === 1 ? 'waits' : 'wait'];
        const wanted = wanting.length === 0 ? [] : [apart('span',
            holds.length > 1 ? `, of which ${who} ${wait} for one` : `, for which ${who} ${wait}`, { class: 'scheduler-has' })];
        return [onLine('', (step ?? waits)?.line, ': '), ...does, ...held, ...wanted, '.'];
    }

    // Who can go now, and what is permitted beside.
    function canGo(program, ready, permitted) {
        const next = ready.length === 0 ? '' : ready.length === 1 ? ` Only ${program.threads[ready[0]]} can go now.`
            : ` Can go now: ${all(ready.map(thread => program.threads[thread]))}.`;
        const beside = ({ thread, does, choice }) => (program.isWeak(choice)
            ? [` Memory permits, beyond any order of steps: ${program.threads[thread]} `, ...marked(does), '.']
            : [` The library permits, for ${program.threads[thread]}: `, ...marked(program.choice(choice)), '.']);
        return [next, ...permitted.flatMap(beside)];
    }

    // ---- What has happened ----

    const begun = () => ['At the beginning.'];
    const finished = () => ['The program is over. Take a step back, or start again.'];
    const nothingToUndo = () => ['There is no step to take back.'];
    const undone = ({ threads }, { thread, does }) => [`Taken back: ${threads[thread]} `, ...marked(does), '.'];
    const left = (program, place) => [`You have left the way to ${outcomeName(program, place)}.`];
    const leaving = (program, place) => [`You leave the way to ${outcomeName(program, place)}. `];

    function walkBegun(program, place) {
        const steps = program.outcomes[place].schedule.length;
        return [`At the beginning of a way to ${outcomeName(program, place)}. It has ${steps} steps: press again for each.`];
    }

    function cannotGo(program, thread, { waits, over }) {
        return [`${program.threads[thread]} cannot go now: it `,
            ...(waits ? waitsFor(program, waits) : [gone[over] ?? 'has not been started yet']), '.'];
    }

    function notKept({ threads }, thread) {
        return [`${threads[thread]} could go now, but this board doesn’t know where that leads. Beyond what the library hardly `
            + 'ever does, it knows only the ways to its outcomes.'];
    }

    // A step that has been taken: what it has acquired, and who has to wait since.
    function taken(program, { step, acquired, isFirstWeak, waiting }) {
        const { thread, line, does, prints, choice } = step;
        const printed = prints.replace(/\n$/, '');
        return [choice !== null && !program.isWeak(choice) ? 'What hardly ever happens: ' : '',
            `${program.threads[thread]} `, ...marked(does), onLine(', ', line), '.',
            acquired ? ` It acquires ${acquired.what}: ${acquired.means}.` : '',
            ...(isFirstWeak ? [apart('strong', ' No order of steps explains what happens from here on.')] : []),
            ...(prints && !does.includes(printed) ? [' Printed: ', apart('samp', printed), '.'] : []),
            ...waiting.flatMap(waits => [' Now', ...whoWaits(program, waits)])];
    }

    // How the program has ended.
    function ended(program, { ending, who = [], isGood, waiting }) {
        return [apart('br', []), apart('strong', `${capital(ending)}.`, isGood ? {} : { class: 'scheduler-bad' }),
            ...waiting.flatMap(waits => whoWaits(program, waits)), who.length ? ` ${capital(all(who))}.` : ''];
    }

    // What an outcome is to the reader who comes to it.
    function verdict({ outcomes }, place, standing) {
        const name = outcomes.length > 1 ? `This is outcome ${place + 1} of ${outcomes.length}` : 'This is the one outcome';
        return [` ${name}${{
            shown: ', as shown to you; it counts as found once you come to it by yourself.',
            unexplained: ', but no order of steps explains how you came to it; it counts as found once one does.',
            foundBefore: '; you have found it before.',
            isNew: ', and new to you.',
        }[standing]}`];
    }

    // The steps so far, for whoever does not see their picture; those of them that acquire something are told apart.
    function steps({ threads }, way, acquiring) {
        const made = threads.map((name, thread) => [name, way.filter(step => step.thread === thread).length]);
        const counts = made.filter(([, count]) => count).map(([name, count]) => `${name} ${count}`);
        const handed = acquiring
            .map(({ thread, line, acquires }) => ` ${threads[thread]}${onLine(', ', line, ',')} has acquired ${acquires.what}.`);
        return `Steps so far: ${counts.length ? all(counts) : 'none'}.${handed.join('')}`;
    }

    // ---- What can still come ----

    function fate(program, { isOver, isRare, isWeak, prospects }) {
        const explained = !isWeak ? '' : isOver ? 'No order of steps explains this schedule.'
            : 'No order of steps explains this any more.';
        const next = isOver ? '' : isRare
            ? 'This is behind what the library hardly ever does: no schedules are counted here.' : fromHere(program, prospects);
        return [explained, next].filter(Boolean).join(' ');
    }

    function fromHere(program, { count, beyond, come, isAll, also, rarely }) {
        const parts = [];
        if (count !== undefined) {
            const schedules = count === 1n ? 'one schedule' : `${grouped(count)} schedules`;
            parts.push(`${schedules}${beyond > 0n ? `, and ${grouped(beyond)} that no order of steps explains` : ''}`);
        }
        if (come.length) {
            const which = isAll ? (come.length === 2 ? 'both outcomes' : `all ${come.length} outcomes`)
                : come.length === 1 ? `only outcome ${come[0] + 1}` : `outcomes ${numbers(come)}`;
            parts.push(`${which} can still come`);
        }
        if (also.length) {
            parts.push(`outcome${also.length > 1 ? 's' : ''} ${numbers(also)} as well, but by no order of steps`);
        }
        parts.push(...rarely.map(place => `outcome ${place + 1} as well, ${plain(marked(program.outcomes[place].onlyIf))}`));
        return parts.length ? `From here: ${parts.join('; ')}.` : '';
    }

    function score({ usual, weak, outcomes }, found) {
        const beyond = found.filter(place => place >= usual && place < usual + weak).length;
        const explained = `outcomes found: ${found.length - beyond} of ${outcomes.length - weak}`;
        return weak ? `${explained}, and ${beyond} of ${weak} that no order of steps explains` : explained;
    }

    // What there is left to find.
    function challenge(program, found) {
        return [apart('strong', `${capital(score(program, found))}.`), ...leftToFind(program, found)];
    }

    function leftToFind(program, found) {
        const { outcomes, schedules, usual } = program;
        const missing = outcomes.map((_, place) => place).filter(place => !found.includes(place));
        const explained = missing.filter(place => place < usual);
        const rare = missing.length === 0 ? [] : [` Outcome ${missing[0] + 1} comes `, ...marked(outcomes[missing[0]].onlyIf ?? ''),
            missing[0] < usual + program.weak ? ': no order of steps explains it.' : '.'];
        if (schedules === '1') {
            return [' There is one schedule: at each step one thread alone can go.', ...(explained.length ? [] : rare)];
        }
        if (missing.length === 0) {
            const none = schedules === null ? 'it never does.' : `none of its ${grouped(schedules)} schedules does.`;
            const noOther = schedules === null ? '' : ` in any of its ${grouped(schedules)} schedules`;
            return [outcomes.length === 1 ? ` Try to make it come to anything else: ${none}` : ` There is no other${noOther}.`];
        }
        if (explained.length === 0) {
            return rare;
        }
        const trouble = explained.map(place => outcomes[place].trouble).find(Boolean);
        if (trouble) {
            return [usual === 1 ? ` Try to keep the threads from ${trouble}.` : ` Find a schedule that ends in ${trouble}.`];
        }
        return [missing.length === outcomes.length ? ' Let the threads go in any order you like, until the program ends.'
            : ` Find a schedule that comes to outcome ${explained[0] + 1}.`];
    }

    // ---- What has been written to an atomic ----

    function writtenBy({ threads }, { by, line }) {
        return [by === null ? '' : threads[by], onLine('', line)].filter(Boolean).join(', ') || 'at first';
    }

    // What a write is to a thread: `past`, `newest`, `readable`, or `unknown` where the thread has none of them.
    function reading(kind, hasRead) {
        const can = {
            past: [unspoken('–'), unseen('can no longer read it')], newest: ['newest'], readable: ['can read'], unknown: [],
        };
        return [...(hasRead ? [unspoken('✓ '), unseen('has read it; ')] : []), ...can[kind]];
    }

    return {
        plain, marked, unseen, names, help, memory, stepsSoFar, outcome, foundOrNot, nextOf, letGo, offered, may, forThread,
        status, canGo, begun, finished, nothingToUndo, undone, left, leaving, walkBegun, cannotGo, notKept, taken, ended,
        verdict, steps, fate, score, challenge, writtenBy, reading,
    };
})();
