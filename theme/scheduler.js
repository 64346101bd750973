// Be the scheduler: the reader chooses, step by step, which thread of a listing goes next. What can happen stands in
// the page, as the explorer has found it; this script runs no Rust. Without it the widget stays hidden.
'use strict';

(function schedulers() {
    // Small helpers for elements. No text of the data is ever read as HTML.
    function make(name, attributes, ...children) {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) {
            element.setAttribute(key, value);
        }
        element.append(...children);
        return element;
    }

    function makeSvg(name, attributes, ...children) {
        const element = document.createElementNS('http://www.w3.org/2000/svg', name);
        for (const [key, value] of Object.entries(attributes)) {
            element.setAttribute(key, value);
        }
        element.append(...children);
        return element;
    }

    function button(className, words) {
        return make('button', { type: 'button', class: className }, words);
    }

    // Words in which code stands between backticks, as nodes.
    function marked(text) {
        const nodes = [];
        let plain = '';
        let at = 0;
        const flush = () => {
            if (plain) {
                nodes.push(document.createTextNode(plain));
                plain = '';
            }
        };
        while (at < text.length) {
            const next = text[at + 1];
            if (text[at] === '\\' && next && /[!-/:-@[-`{-~]/.test(next)) {
                plain += next;
                at += 2;
                continue;
            }
            if (text[at] !== '`') {
                plain += text[at];
                at += 1;
                continue;
            }
            const ticks = /^`+/.exec(text.slice(at))[0];
            const close = closing(text, at + ticks.length, ticks.length);
            if (close < 0) {
                plain += ticks;
                at += ticks.length;
                continue;
            }
            flush();
            const code = text.slice(at + ticks.length, close);
            const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim();
            nodes.push(make('code', { class: 'nohighlight' }, padded ? code.slice(1, -1) : code));
            at = close + ticks.length;
        }
        flush();
        return nodes;
    }

    function closing(text, from, length) {
        for (const found of text.slice(from).matchAll(/`+/g)) {
            if (found[0].length === length) {
                return from + found.index;
            }
        }
        return -1;
    }

    function grouped(number) {
        return number.toString().replace(/\B(?=(\d{3})+$)/g, ',');
    }

    function schedulesInWords(number) {
        return number.toString() === '1' ? 'one schedule' : `${grouped(number)} schedules`;
    }

    function allOf(items, last = 'and') {
        return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;
    }

    // How a program ends: the kind, and the words with which a sentence about it goes on.
    function kindOf(ending) {
        return typeof ending === 'string' ? ending : Object.keys(ending)[0];
    }

    function named(kind) {
        return kind === 'undefined' ? 'undefined behaviour' : `a ${kind}`;
    }

    function undefinedKind(ending) {
        return {
            race: 'data race',
            use_after_free: 'use after free',
            double_free: 'double free',
            never_written: 'read of memory never written',
            returned: 'use of a variable that is gone',
        }[ending.undefined[0]];
    }

    function endingInWords(ending) {
        switch (kindOf(ending)) {
            case 'returned': return 'main returns';
            // Where std panics of itself, its words are not known.
            case 'panicked': return `main panics${ending.panicked ? ': ' : ''}${ending.panicked.replace(/\s+/g, ' ')}`;
            case 'exited': return `the program exits with status ${ending.exited}`;
            case 'livelock': return 'livelock: threads go round for ever';
            case 'undefined': return `undefined behaviour: ${undefinedKind(ending)}`;
            default: return 'deadlock: no thread can go on';
        }
    }

    function shortEnding(ending) {
        switch (kindOf(ending)) {
            case 'returned': return 'returns';
            case 'panicked': return 'panics';
            case 'exited': return `exits with status ${ending.exited}`;
            case 'livelock': return 'ends in a livelock';
            case 'undefined': return `comes to undefined behaviour (${undefinedKind(ending)})`;
            default: return 'ends in a deadlock';
        }
    }

    function capital(text) {
        return text.startsWith('main ') ? text : text[0].toUpperCase() + text.slice(1);
    }

    // In pixels, of the steps so far: the height of a thread's row, without arrows and with them; from its middle to where an
    // arrow begins or ends; and from one arrow in the gap between two rows to the next.
    const [plainRow, wideRow] = [22, 30];
    const mark = 5;
    const lane = 4;

    // What the program can do, as the explorer has found it.
    class Program {
        constructor(data) {
            Object.assign(this, data);
            this.outcomes = data.outcomes.map(outcome => ({
                ...outcome,
                needs: outcome.needs || [],
                schedule: outcome.schedule.map(turn => ({ thread: [turn].flat()[0], choice: [turn].flat()[1] ?? null })),
            }));
            // Those that come about by an order of steps, and nothing else; they come first. Then those that no order of
            // steps explains, and memory permits. Last, those that need std to do what it hardly ever does.
            this.usual = this.outcomes.filter(outcome => outcome.needs.length === 0).length;
            this.weak = this.outcomes.slice(this.usual).filter(({ needs }) => needs.every(it => this.isWeak(it))).length;
            // For each step that acquires: which thread has released that, and on which line.
            this.acquires = new Map((data.synchronises ?? []).map(([step, thread, line]) => [step, { thread, line }]));
            this.counts = this.countSchedules(state => this.can(state));
            // With those that no order of steps explains.
            this.allCounts = this.choices.some((_, place) => this.isWeak(place))
                ? this.countSchedules(state => this.permitted(state)) : this.counts;
            this.rounds = this.outcomes.map(outcome => this.round(outcome));
        }

        // The thread whose step this is, and what the step is about; what std chooses in it, and what it acquires, if it does.
        step(place) {
            const [thread, line, does, waits, prints, choice = null] = this.steps[place];
            return { thread, line, does, waits, prints, choice, acquires: this.acquires.get(place) ?? null };
        }

        all(state) {
            return this.states[state][0].map(([step, to]) => ({ ...this.step(step), to }));
        }

        // The steps that can happen without more. Where one leads is null if that is not kept.
        can(state) {
            return this.all(state).filter(step => step.choice === null);
        }

        // The steps in which std does what it hardly ever does, where that leads to an outcome; and those in which memory
        // does what no order of steps explains.
        may(state) {
            return this.all(state).filter(step => step.choice !== null);
        }

        // The steps that std's usual ways permit, whatever memory does.
        permitted(state) {
            return this.all(state).filter(step => step.choice === null || this.isWeak(step.choice));
        }

        // Whether a choice is one of memory.
        isWeak(choice) {
            return choice !== null && ['reads_old', 'writes_before'].includes(this.choices[choice][0]);
        }

        // What a thread does in an ordinary step where memory permits another one instead, in words.
        offer(step, instead) {
            if (this.choices[instead.choice][0] === 'writes_before') {
                return `${step.does}, after all that is there`;
            }
            return `${step.does}${step.does.startsWith('reads ') ? ', the newest' : ', from the newest value'}`;
        }

        // The writes to each atomic in a state, in modification order: the name of the atomic, and the writes.
        histories(state) {
            const places = this.memory?.states[state] ?? [];
            return places.map(place => this.memory.histories[place]).map(([atomic, writes]) => ({
                atomic,
                writes: writes.map(([by, line, value, reads, seen]) => ({ by, line, value, reads, seen })),
            }));
        }

        // The steps of a way that acquire what an earlier one has released, by their places on the way.
        synchronised(way) {
            return way.flatMap(({ acquires }, at) => {
                if (acquires === null) {
                    return [];
                }
                const isIt = ({ thread, line }) => thread === acquires.thread && line === acquires.line;
                const places = way.slice(0, at).flatMap((step, place) => (isIt(step) ? [place] : []));
                const releases = places.at(-1 - this.newerWrites(way, at));
                return releases === undefined ? [] : [{ acquires: at, releases }];
            });
        }

        // How many times who releases has written on that line after the write that a step reads, if that is an old one.
        newerWrites(way, at) {
            const { thread, to, acquires } = way[at];
            const times = ({ reads }) => reads.filter(reader => reader === thread).length;
            const histories = this.histories(at === 0 ? 0 : way[at - 1].to);
            for (const { atomic, writes } of this.histories(to)) {
                const before = histories.find(history => history.atomic === atomic)?.writes ?? [];
                const place = before.length === writes.length ? before.findIndex((write, index) => times(write) < times(writes[index])) : -1;
                if (place >= 0) {
                    return before.slice(place + 1).filter(({ by, line }) => by === acquires.thread && line === acquires.line).length;
                }
            }
            return 0;
        }

        // The threads that have to do with an atomic, by what their steps say.
        threadsAt(atomic) {
            const about = new Set(this.steps.filter(([, , does]) => does.includes(atomic)).map(([thread]) => thread));
            const all = this.threads.map((_, thread) => thread);
            return about.size ? all.filter(thread => about.has(thread)) : all;
        }

        choice(place) {
            return this.choices[place][1];
        }

        onlyIf(outcome) {
            const { needs } = this.outcomes[outcome];
            const words = places => places.map(it => this.choice(it)).join(' and ');
            const [byMemory, byLibrary] = [needs.filter(it => this.isWeak(it)), needs.filter(it => !this.isWeak(it))];
            // Another load that reads what is old may lead to the same.
            if (byLibrary.length === 0) {
                return `for example if ${words(byMemory)}`;
            }
            return `only if ${words(byLibrary)}${byMemory.length ? ` and, for example, ${words(byMemory)}` : ''}`;
        }

        waiting(state) {
            return this.states[state][1].map(([step, holders]) => ({ ...this.step(step), holders }));
        }

        ending(state) {
            return this.states[state][2];
        }

        // What a thread holds in a state, each in words.
        holds(state, thread) {
            const held = this.states[state][3].map(place => this.holdings[place]);
            return held.filter(([holder]) => holder === thread).map(([, what]) => what);
        }

        waitsFor({ thread, waits, holders }) {
            if (holders.length === 0) {
                return waits;
            }
            if (holders.length === 1 && holders[0] === thread) {
                return `${waits}, which it has itself`;
            }
            const names = allOf(holders.map(holder => this.threads[holder]));
            return `${waits}, which ${names} ${holders.length === 1 ? 'has' : 'have'}`;
        }

        outcome(prints, ending) {
            const ends = JSON.stringify(ending);
            return this.outcomes.findIndex(it => it.prints === prints && JSON.stringify(it.ends) === ends);
        }

        // The states that steps lead to from one, which is among them if they lead back.
        reached(from, steps) {
            const found = new Set();
            const next = [from];
            while (next.length) {
                for (const { to } of steps(next.pop())) {
                    if (to !== null && !found.has(to)) {
                        found.add(to);
                        next.push(to);
                    }
                }
            }
            return found;
        }

        // Where the threads go round for ever, at the end of an outcome: those states. Null if it ends otherwise.
        round({ schedule }) {
            const last = schedule.reduce((at, turn) => this.all(at)
                .find(step => step.thread === turn.thread && step.choice === turn.choice).to, 0);
            if (this.ending(last) !== null) {
                return null;
            }
            const on = this.reached(last, state => this.can(state));
            return new Set([...on].filter(state => this.reached(state, at => this.can(at)).has(last)));
        }

        // How many schedules lead on from each state; nothing where threads can go round, or where not all is kept.
        countSchedules(steps) {
            const counts = [];
            const open = this.states.map((_, state) => steps(state).length);
            const into = this.states.map(() => []);
            this.states.forEach((_, state) => steps(state).forEach(({ to }) => to !== null && into[to].push(state)));
            const free = open.flatMap((many, state) => (many === 0 ? [state] : []));
            while (free.length) {
                const state = free.pop();
                counts[state] = this.ending(state) !== null
                    ? 1n
                    : steps(state).reduce((sum, { to }) => sum + counts[to], 0n);
                for (const before of into[state]) {
                    open[before] -= 1;
                    if (open[before] === 0) {
                        free.push(before);
                    }
                }
            }
            return counts;
        }

        // Whether an outcome can still come from a state, once so many letters of its output are printed. Where an order of
        // steps has been left already, memory may do more of the kind.
        canReach(outcome, state, printed, hasLeft) {
            const { prints, ends, needs } = this.outcomes[outcome];
            const round = this.rounds[outcome];
            const steps = needs.some(it => !this.isWeak(it)) ? at => this.all(at)
                : needs.length || hasLeft ? at => this.permitted(at) : at => this.can(at);
            const seen = new Set();
            const next = [[state, printed]];
            while (next.length) {
                const [at, letters] = next.pop();
                const ending = this.ending(at);
                const comes = round ? round.has(at) : JSON.stringify(ending) === JSON.stringify(ends);
                if (comes && letters === prints.length) {
                    return true;
                }
                for (const step of steps(at)) {
                    const key = step.to * (prints.length + 1) + letters + step.prints.length;
                    if (step.to !== null && !seen.has(key) && prints.startsWith(step.prints, letters)) {
                        seen.add(key);
                        next.push([step.to, letters + step.prints.length]);
                    }
                }
            }
            return false;
        }

        outcomesFrom(state, printed, hasLeft) {
            return this.outcomes
                .map((_, place) => place)
                .filter(place => this.outcomes[place].prints.startsWith(printed)
                    && this.canReach(place, state, printed.length, hasLeft));
        }

        // One or two letters for each thread, all different: its first letter, with its first number if it has one.
        labels() {
            const ways = [
                name => name[0] + (/\d+/.exec(name) || [''])[0],
                name => name.slice(0, 2),
                (_, place) => `${place + 1}`,
            ];
            for (const way of ways) {
                const labels = this.threads.map(way);
                if (new Set(labels).size === labels.length) {
                    return labels;
                }
            }
            return [];
        }
    }

    // The outcomes that the reader has come to. A page read from the disk may have no storage; then they last as long
    // as the page does.
    class Found {
        constructor(program) {
            this.program = program;
            this.key = `mdbook-listings:found:${program.listing}`;
            this.places = new Set();
            try {
                const kept = JSON.parse(window.localStorage.getItem(this.key) || '[]');
                program.outcomes.forEach((outcome, place) => {
                    if (Array.isArray(kept) && kept.includes(Found.name(outcome))) {
                        this.places.add(place);
                    }
                });
            } catch {
                // There is no storage, or what is in it is not ours.
            }
        }

        // An outcome is kept by what it is. Its place may be another one when the book is made anew.
        static name({ prints, ends }) {
            return JSON.stringify([prints, ends]);
        }

        has(place) {
            return this.places.has(place);
        }

        add(place) {
            this.places.add(place);
            try {
                const names = [...this.places].map(it => Found.name(this.program.outcomes[it]));
                window.localStorage.setItem(this.key, JSON.stringify(names));
            } catch {
                // As above.
            }
        }
    }

    class Scheduler {
        constructor(details, program, number) {
            this.details = details;
            this.program = program;
            this.id = name => `scheduler-${number}-${name}`;
            this.found = new Found(program);
            // The way so far: each step, and the state that it led to.
            this.way = [];
            // The outcome to which the reader is being shown the way, if any.
            this.walk = null;
            this.longest = Math.max(...program.outcomes.map(outcome => outcome.schedule.length));
            this.score = make('span', { class: 'scheduler-score' });
            details.querySelector('summary').append(' ', this.score);
            this.showScore();
            details.hidden = false;
            const build = () => {
                if (details.open && !this.body) {
                    this.build();
                }
            };
            details.addEventListener('toggle', build);
            details.addEventListener('keydown', event => {
                // The browser tells of the unfolding later than of a quick key.
                build();
                this.key(event);
            });
            build();
        }

        get state() {
            return this.way.length === 0 ? 0 : this.way[this.way.length - 1].to;
        }

        // Whether no order of steps explains the way so far.
        get isWeak() {
            return this.way.some(step => this.program.isWeak(step.choice));
        }

        // Whether std has done on it what it hardly ever does.
        get isRare() {
            return this.way.some(step => step.choice !== null && !this.program.isWeak(step.choice));
        }

        get printed() {
            return this.way.map(step => step.prints).join('');
        }

        // The parts, made once. What changes in them is filled in by `show`.
        build() {
            this.body = make('div', { class: 'scheduler-body' });
            this.challenge = make('p', { class: 'scheduler-challenge' });
            this.said = make('div', { class: 'scheduler-said', role: 'status' });
            this.fate = make('p', { class: 'scheduler-fate' });
            this.output = make('samp', {});
            const screen = make('pre', {
                class: 'scheduler-screen', tabindex: '0', role: 'group', 'aria-label': 'Output so far',
            }, this.output);
            this.screen = make('div', { class: 'scheduler-output' },
                make('div', { class: 'scheduler-label', 'aria-hidden': 'true' }, 'Output so far'), screen);
            this.labels = this.program.labels();
            this.times = this.timeLines();
            this.lanes = this.program.threads.map((name, thread) => this.lane(name, thread));
            this.undoButton = button('scheduler-undo', 'Undo');
            this.undoButton.addEventListener('click', () => this.act(() => this.undo()));
            this.restartButton = button('scheduler-restart', 'Start again');
            this.restartButton.addEventListener('click', () => this.act(() => this.restart()));
            this.leaveButton = button('scheduler-leave', 'Go my own way');
            this.leaveButton.addEventListener('click', () => this.act(() => this.leave()));
            this.outcomes = this.program.outcomes.map((outcome, place) => this.outcome(outcome, place));
            this.body.append(
                make('p', { class: 'scheduler-help' },
                    'You say which thread goes next: press its button. ',
                    make('span', { class: 'scheduler-keys' }, 'Its number key does the same while the focus is in here, and ',
                        make('kbd', {}, 'Backspace'), ' or ', make('kbd', {}, 'u'), ' takes a step back.'),
                    ...(this.program.choices.some((_, place) => this.program.isWeak(place))
                        ? [' A dotted button has memory do what no order of steps explains.'] : []),
                    ...(this.program.choices.some((_, place) => !this.program.isWeak(place))
                        ? [' A dashed button has the library do what it permits itself, though it hardly ever does it.'] : [])),
                this.challenge,
                this.code(),
                make('div', { class: 'scheduler-table' },
                    make('ul', { class: 'scheduler-lanes', role: 'list', 'aria-label': 'Threads' },
                        ...this.lanes.map(lane => lane.item)),
                    this.screen),
                this.times.block,
                this.said,
                make('div', { class: 'scheduler-tools' },
                    this.undoButton, this.restartButton, this.leaveButton, this.fate),
                ...(this.program.memory ? [this.memory()] : []),
                make('ul', { class: 'scheduler-outcomes', role: 'list', 'aria-label': 'Outcomes' },
                    ...this.outcomes.map(outcome => outcome.item)),
            );
            this.details.append(this.body);
            this.say(['At the beginning.']);
            this.show();
        }

        // What has been written to the atomics. `showMemory` fills it.
        memory() {
            this.histories = make('div', { class: 'scheduler-histories' });
            return make('div', { class: 'scheduler-memory', role: 'group', 'aria-label': 'What has been written to each atomic' },
                make('p', { class: 'scheduler-label' },
                    'What has been written to each atomic, in its modification order. A thread reads the newest value, or an old '
                    + 'one that it can still read. There is a button for an old one only where no order of steps explains '
                    + 'reading it; elsewhere, let the thread read earlier. ',
                    make('span', { 'aria-hidden': 'true' }, '✓'), make('span', { class: 'scheduler-unseen' }, '“has read it”'),
                    ' marks what a thread has read.'),
                this.histories);
        }

        code() {
            this.lines = this.program.code.map(pieces => {
                const places = make('span', { class: 'scheduler-places' });
                const text = make('span', { class: 'scheduler-text' });
                for (const [className, piece] of pieces) {
                    text.append(/^hl-[a-z]+$/.test(className) ? make('span', { class: className }, piece) : piece);
                }
                text.append('\n');
                return { line: make('span', { class: 'line' }, places, text), places };
            });
            this.box = make('pre', {
                class: 'scheduler-code', tabindex: '0', role: 'group',
                'aria-label': 'The code, with the place of each thread',
            }, make('code', { class: 'nohighlight' }, ...this.lines.map(({ line }) => line)));
            return this.box;
        }

        lane(name, thread) {
            const status = make('p', { class: 'scheduler-status', id: this.id(`status-${thread}`) });
            const go = button('scheduler-go', '');
            // What the step is, where memory permits another one beside it.
            const what = make('span', {});
            go.append(`Let ${name} go`, what);
            if (thread < 9) {
                go.prepend(make('kbd', { 'aria-hidden': 'true' }, `${thread + 1}`), ' ');
                go.setAttribute('aria-keyshortcuts', `${thread + 1}`);
            }
            go.setAttribute('aria-describedby', status.id);
            go.addEventListener('click', () => this.act(() => this.choose(thread)));
            const may = this.mayButtons(name, thread, status);
            const item = make('li', { class: `scheduler-lane thread-${thread % 6}` },
                make('div', { class: 'scheduler-name' }, this.chip(thread), ' ', make('strong', {}, name)),
                status, make('div', { class: 'scheduler-turn' }, go, ...may.values()));
            return { item, status, go, what, may };
        }

        // The steps so far: a row for each thread, and arrows between them. `showTimes` fills it.
        timeLines() {
            const strips = this.program.threads.map((_, thread) => make('div', { class: `scheduler-strip thread-${thread % 6}` }));
            const arrows = makeSvg('svg', { class: 'scheduler-arrows' });
            const rows = strips.flatMap((strip, thread) => [this.chip(thread), strip]);
            rows.forEach((part, place) => part.style.setProperty('grid-row', Math.floor(place / 2) + 1));
            const grid = make('div', { class: 'scheduler-times', role: 'img' }, ...rows, arrows);
            const row = this.program.acquires.size ? wideRow : plainRow;
            grid.style.setProperty('--threads', strips.length);
            grid.style.setProperty('--row', `${row}px`);
            const arrow = this.program.acquires.size
                ? '. An arrow leads from a release to where it is acquired.' : '';
            const block = make('div', {}, make('p', { class: 'scheduler-label' }, `Steps so far${arrow}`), grid);
            return { block, grid, strips, arrows };
        }

        // A button for each thing that std or memory may do in a step of this thread, by its place among the choices.
        mayButtons(name, thread, status) {
            const own = this.program.steps.filter(step => step[0] === thread && step[5] !== undefined);
            return new Map([...new Set(own.map(step => step[5]))].map(choice => {
                const isWeak = this.program.isWeak(choice);
                const words = isWeak ? `Or: ${own.find(step => step[5] === choice)[2]}; nothing forbids that`
                    : `Rarely: ${this.program.choice(choice)}`;
                const may = button(`scheduler-may${isWeak ? ' scheduler-weak' : ''}`, '');
                may.append(...marked(words));
                may.setAttribute('aria-label', `${words.replaceAll('`', '')}, for ${name}`);
                may.setAttribute('aria-describedby', status.id);
                may.addEventListener('click', () => this.act(() => this.choose(thread, choice)));
                return [choice, may];
            }));
        }

        chip(thread) {
            return make('span', { class: `scheduler-chip thread-${thread % 6}`, 'aria-hidden': 'true' }, this.labels[thread]);
        }

        outcome(outcome, place) {
            const many = this.program.outcomes.length > 1;
            const mark = make('span', { class: 'scheduler-mark' });
            const name = many ? `Outcome ${place + 1}` : 'The outcome';
            const words = [];
            if (outcome.prints) {
                const lines = outcome.prints.replace(/\n$/, '').split('\n');
                lines.slice(0, 3).forEach((line, index) => {
                    words.push(index ? ' / ' : 'prints ', make('samp', {}, line));
                });
                words.push(lines.length > 3 ? ' …, ' : ', ');
            } else {
                words.push('prints nothing, ');
            }
            words.push(shortEnding(outcome.ends));
            if (outcome.needs.length) {
                words.push(', ', ...marked(this.program.onlyIf(place)));
            }
            const show = button('scheduler-show', 'Show me one');
            show.addEventListener('click', () => this.act(() => this.showOne(place)));
            const text = make('div', { class: 'scheduler-what', id: this.id(`outcome-${place}`) },
                make('strong', {}, name), ': ', ...words, '. ', mark);
            show.setAttribute('aria-describedby', text.id);
            return { item: make('li', {}, text, show), mark, show };
        }

        key(event) {
            if (!this.details.open || event.ctrlKey || event.metaKey || event.altKey) {
                return;
            }
            // The book turns its pages with these; here they move what has the focus.
            if (['ArrowLeft', 'ArrowRight'].includes(event.key)) {
                event.stopPropagation();
                return;
            }
            const thread = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
            if (thread >= 0 && thread < this.program.threads.length) {
                this.act(() => this.choose(thread));
            } else if (event.key === 'Backspace' || event.key === 'u') {
                this.act(() => this.undo());
            } else {
                return;
            }
            event.preventDefault();
            event.stopPropagation();
        }

        // Does something and shows it, and keeps the focus where it is, as long as that can still be pressed.
        act(change) {
            const focused = document.activeElement;
            change();
            this.show();
            const gone = focused instanceof HTMLButtonElement && (focused.disabled || focused.hidden);
            if (gone || !this.details.contains(document.activeElement)) {
                const next = this.nextButton(focused);
                next.focus({ preventScroll: true });
            }
        }

        // The button of the next thread that can go, counted from the one that has had its turn.
        nextButton(before) {
            const last = this.lanes.findIndex(lane => lane.item.contains(before));
            const order = this.lanes.map((_, place) => this.lanes[(last + 1 + place) % this.lanes.length]);
            const lane = order.find(it => !it.go.hidden);
            return lane ? lane.go : this.restartButton;
        }

        choose(thread, choice = null) {
            const step = this.program.all(this.state).find(it => it.thread === thread && it.choice === choice);
            const name = this.program.threads[thread];
            if (!step && this.program.ending(this.state) !== null) {
                this.say(['The program is over. Take a step back, or start again.']);
                return;
            }
            if (!step) {
                const waits = this.program.waiting(this.state).find(it => it.thread === thread);
                this.say([`${name} cannot go now: it `, ...(waits ? marked(this.program.waitsFor(waits))
                    : [this.over(thread) || 'has not been started yet']), '.']);
                return;
            }
            if (step.to === null) {
                this.say([`${name} could go now, but this board does not have where that leads. Behind what the library `
                    + 'hardly ever does it has the ways to its outcomes alone.']);
                return;
            }
            const said = [];
            if (this.walk !== null && !this.isOnTheWay(step)) {
                said.push(`You leave the way to ${this.name(this.walk)}. `);
                this.walk = null;
            }
            const isWeak = this.program.isWeak(choice);
            if (choice !== null && !isWeak) {
                said.push('What hardly ever happens: ');
            }
            const isFirst = isWeak && !this.isWeak;
            const before = this.program.waiting(this.state).map(it => it.thread);
            this.way.push(step);
            said.push(`${name} `, ...marked(step.does), step.line ? `, line ${step.line}.` : '.');
            const joined = this.program.synchronised(this.way).find(({ acquires }) => acquires === this.way.length - 1);
            if (joined) {
                said.push(` It acquires ${this.released(joined)}: ${this.happensBefore(joined)}.`);
            }
            if (isFirst) {
                said.push(make('strong', {}, ' No order of steps explains what happens from here on.'));
            }
            if (step.prints && !step.does.includes(step.prints.replace(/\n$/, ''))) {
                said.push(' Printed: ', make('samp', {}, step.prints.replace(/\n$/, '')), '.');
            }
            if (this.program.ending(this.state) === null) {
                for (const waits of this.program.waiting(this.state)) {
                    if (waits.thread === thread || !before.includes(waits.thread)) {
                        said.push(` Now ${this.program.threads[waits.thread]} `,
                            ...marked(this.program.waitsFor(waits)), '.');
                    }
                }
            }
            this.say(said);
            this.finish();
        }

        // What a step of the way has released that a later one acquires, in words.
        released({ releases }) {
            const { thread, line } = this.way[releases];
            return `what ${this.program.threads[thread]} released${line ? ` on line ${line}` : ''}`;
        }

        // What it means that one acquires what the other has released, in words.
        happensBefore({ acquires, releases }) {
            const name = place => this.program.threads[this.way[place].thread];
            return `all that ${name(releases)} did up to there happens before all that ${name(acquires)} does from here on`;
        }

        // Whether this is the next turn of the way that the reader is being shown.
        isOnTheWay({ thread, choice }) {
            const turn = this.program.outcomes[this.walk].schedule[this.way.length];
            return turn !== undefined && turn.thread === thread && turn.choice === choice;
        }

        undo() {
            const step = this.way.pop();
            this.say(step
                ? [`Taken back: ${this.program.threads[step.thread]} `, ...marked(step.does), '.']
                : ['There is no step to take back.']);
        }

        restart() {
            this.way = [];
            this.walk = null;
            this.say(['At the beginning.']);
        }

        leave() {
            const name = this.name(this.walk);
            this.walk = null;
            this.say([`You have left the way to ${name}.`]);
        }

        // The first press begins the way to an outcome, each further one takes a step of it.
        showOne(place) {
            if (this.walk === place) {
                const { thread, choice } = this.program.outcomes[place].schedule[this.way.length];
                this.choose(thread, choice);
                return;
            }
            this.walk = place;
            this.way = [];
            const steps = this.program.outcomes[place].schedule.length;
            this.say([`At the beginning of a way to ${this.name(place)}. It has ${steps} steps: press again for each.`]);
        }

        name(place) {
            return this.program.outcomes.length > 1 ? `outcome ${place + 1}` : 'the outcome';
        }

        // Keeps what is to be said; `show` adds who can go and says it.
        say(nodes) {
            this.news = nodes;
        }

        // Whether a thread is over, in words; nothing if it has not begun.
        over(thread) {
            const ending = this.program.ending(this.state);
            const ended = [...this.way].reverse().find(step => step.thread === thread);
            const before = this.way.length > 1 ? this.way[this.way.length - 2].to : 0;
            const lastTurn = this.way.length && this.way[this.way.length - 1].thread === thread;
            const alive = state => this.program.can(state).concat(this.program.waiting(state))
                .some(step => step.thread === thread);
            if (ending !== null && this.way.length && alive(before) && !lastTurn) {
                return 'is cut off by the end of the program';
            }
            return ended ? 'has ended' : '';
        }

        show() {
            const program = this.program;
            const can = program.can(this.state);
            const waiting = program.waiting(this.state);
            const ending = program.ending(this.state);
            this.lanes.forEach((lane, thread) => this.showLane(lane, thread, can, waiting));
            this.showCode(can.concat(waiting));
            this.output.replaceChildren(this.printed || make('em', {}, 'nothing yet'));
            this.undoButton.disabled = this.way.length === 0;
            this.restartButton.disabled = this.way.length === 0 && this.walk === null;
            this.leaveButton.hidden = this.walk === null;
            this.showTimes();
            this.showFate(ending);
            this.showMemory();
            this.showOutcomes();
            this.showScore();
            const names = can.filter(step => step.to !== null).map(step => program.threads[step.thread]);
            if (ending === null && names.length) {
                this.news.push(names.length === 1 ? ` Only ${names[0]} can go now.` : ` Can go now: ${allOf(names)}.`);
            }
            for (const step of program.may(this.state)) {
                this.news.push(...(program.isWeak(step.choice)
                    ? [` Memory permits, beyond any order of steps: ${program.threads[step.thread]} `, ...marked(step.does), '.']
                    : [` The library permits, for ${program.threads[step.thread]}: `,
                        ...marked(program.choice(step.choice)), '.']));
            }
            this.said.replaceChildren(...this.news);
        }

        // At the end of a schedule: which outcome it is, and whether that is new. Where threads have begun to go round for
        // ever, they can go on.
        finish() {
            const ending = this.program.ending(this.state);
            if (ending !== null) {
                // What waits for ever may be on the way to what std does then.
                if (this.walk === null || this.way.length === this.program.outcomes[this.walk].schedule.length) {
                    this.tell(this.program.outcome(this.printed, ending), ending);
                }
                return;
            }
            const before = this.way.length > 1 ? this.way[this.way.length - 2].to : null;
            this.program.outcomes.forEach(({ prints, ends, schedule }, place) => {
                const round = this.program.rounds[place];
                const begins = this.walk === null ? before === null || !round?.has(before)
                    : this.walk === place && this.way.length === schedule.length;
                if (round?.has(this.state) && this.printed === prints && begins) {
                    this.tell(place, ends);
                }
            });
        }

        tell(place, ending) {
            const goesRound = place >= 0 && this.program.rounds[place] !== null;
            const words = goesRound && kindOf(ending) === 'deadlock'
                ? 'deadlock: nothing changes any more' : endingInWords(ending);
            this.news.push(make('br', {}), make('strong', { class: kindOf(ending) === 'returned' ? '' : 'scheduler-bad' },
                `${capital(words)}.`));
            if (kindOf(ending) === 'deadlock') {
                for (const waits of this.program.waiting(this.state)) {
                    this.news.push(` ${this.program.threads[waits.thread]} `,
                        ...marked(this.program.waitsFor(waits)), '.');
                }
            }
            if (kindOf(ending) === 'undefined') {
                const [, here, before] = ending.undefined;
                const who = [before, here].filter(Boolean).map(([thread, line]) =>
                    this.program.threads[thread] + (line ? ` at line ${line}` : ''));
                this.news.push(` ${capital(who.join(' and '))}.`);
            }
            if (place < 0) {
                return;
            }
            const many = this.program.outcomes.length > 1;
            const name = many ? `This is outcome ${place + 1} of ${this.program.outcomes.length}` : 'This is the one outcome';
            if (this.walk !== null) {
                this.walk = null;
                this.news.push(` ${name}, as shown to you; it counts as found once you come to it by yourself.`);
            } else if (this.isWeak && place < this.program.usual) {
                this.news.push(` ${name}, but no order of steps explains how you came to it; it counts as found once one does.`);
            } else if (this.found.has(place)) {
                this.news.push(` ${name}; you have found it before.`);
            } else {
                this.found.add(place);
                this.news.push(` ${name}, and new to you.`);
            }
        }

        showLane(lane, thread, can, waiting) {
            const program = this.program;
            const step = can.find(it => it.thread === thread);
            const waits = waiting.find(it => it.thread === thread);
            const line = it => (it.line ? [`line ${it.line}: `] : []);
            let words;
            if (step) {
                words = [...line(step), ...marked(step.does)];
                if (step.to === null) {
                    words.push(', which is not on the way shown here');
                }
            } else if (waits) {
                words = [...line(waits), ...marked(program.waitsFor(waits))];
            } else {
                words = [this.over(thread) || 'not started yet'];
            }
            const holds = program.holds(this.state, thread);
            const wanting = waiting.filter(it => it.thread !== thread && it.holders.includes(thread));
            if (holds.length) {
                words.push('; ', make('span', { class: 'scheduler-holds' }, 'holds ', ...marked(allOf(holds))));
            }
            if (wanting.length) {
                const names = allOf(wanting.map(it => program.threads[it.thread]));
                const wait = wanting.length === 1 ? 'waits' : 'wait';
                words.push(make('span', { class: 'scheduler-has' },
                    holds.length > 1 ? `, of which ${names} ${wait} for one` : `, for which ${names} ${wait}`));
            }
            words.push('.');
            const life = step ? 'can' : waits ? 'waits' : 'absent';
            lane.item.dataset.life = life;
            lane.status.replaceChildren(...words);
            lane.go.hidden = !step || step.to === null;
            const onTheWay = choice => this.walk !== null && this.isOnTheWay({ thread, choice });
            lane.go.classList.toggle('scheduler-wanted', onTheWay(null));
            const may = program.may(this.state).filter(it => it.thread === thread);
            const instead = may.find(it => program.isWeak(it.choice));
            lane.what.replaceChildren(...(step && instead ? [': ', ...marked(program.offer(step, instead))] : []));
            for (const [choice, it] of lane.may) {
                it.hidden = may.every(step => step.choice !== choice);
                it.classList.toggle('scheduler-wanted', onTheWay(choice));
            }
            lane.item.classList.toggle('scheduler-moved',
                this.way.length > 0 && this.way[this.way.length - 1].thread === thread);
        }

        // What each thread has done and been since the beginning, and what has been handed on between them.
        showTimes() {
            const { grid, strips, arrows } = this.times;
            const steps = Math.max(this.longest, this.way.length);
            grid.style.setProperty('--steps', steps);
            strips.forEach((strip, thread) => this.showStrip(strip, thread));
            const joined = this.program.synchronised(this.way);
            arrows.replaceChildren(...this.inLanes(joined).map(pair => this.arrow(pair, steps)));
            const made = this.program.threads.map((name, thread) => [name, this.way.filter(step => step.thread === thread).length]);
            const counts = made.filter(([, count]) => count).map(([name, count]) => `${name} ${count}`);
            const acquired = joined.map(pair => {
                const { thread, line } = this.way[pair.acquires];
                return ` ${this.program.threads[thread]}${line ? `, line ${line},` : ''} has acquired ${this.released(pair)}.`;
            });
            grid.setAttribute('aria-label', `Steps so far: ${counts.length ? allOf(counts) : 'none'}.${acquired.join('')}`);
        }

        // Gives each arrow the gap between two rows in which it goes, on its side of the row to which it leads; and its place
        // in there, so that no two lie on each other.
        inLanes(joined) {
            const placed = [];
            for (const { acquires, releases } of joined) {
                const [from, to] = [releases, acquires].map(place => this.way[place].thread);
                const gap = from < to ? to : to + 1;
                const beside = placed.filter(other => other.gap === gap && other.acquires >= releases && acquires >= other.releases);
                const free = [0, 1, -1].find(place => beside.every(other => other.lane !== place)) ?? 0;
                placed.push({ acquires, releases, from, to, gap, lane: free });
            }
            return placed;
        }

        // An arrow from a step that releases to the one that acquires it. It crosses no mark: at the time of a step there is
        // no other one.
        arrow({ acquires, releases, from, to, gap, lane: place }, steps) {
            const across = step => `${((step + 0.5) / steps) * 100}%`;
            const [begin, end] = [across(releases), across(acquires)];
            const side = from < to ? 1 : -1;
            const [first, along, last] = [(from + 0.5) * wideRow + side * mark, gap * wideRow + place * lane, (to + 0.5) * wideRow - side * mark];
            const line = (x1, y1, x2, y2) => makeSvg('line', { x1, y1, x2, y2 });
            const head = makeSvg('svg', { x: end, y: last, overflow: 'visible' }, makeSvg('path', { d: `M-4 ${-5 * side}L0 0L4 ${-5 * side}` }));
            return makeSvg('g', { class: `scheduler-arrow${acquires === this.way.length - 1 ? ' scheduler-arrow-last' : ''}` },
                line(begin, first, begin, along), line(begin, along, end, along), line(end, along, end, last), head);
        }

        // What a thread has done and been since the beginning, as a row of marks.
        showStrip(strip, thread) {
            const cells = this.way.map((step, index) => {
                const state = index === 0 ? 0 : this.way[index - 1].to;
                let className = 'scheduler-absent';
                if (step.thread === thread) {
                    className = step.choice === null ? 'scheduler-went' : 'scheduler-went scheduler-chose';
                } else if (this.program.can(state).some(it => it.thread === thread)) {
                    className = 'scheduler-could';
                } else if (this.program.waiting(state).some(it => it.thread === thread)) {
                    className = 'scheduler-waited';
                }
                return make('i', { class: className });
            });
            strip.replaceChildren(...cells);
        }

        showCode(steps) {
            const last = this.way[this.way.length - 1];
            // Where no line says what a thread is about to do, it stands where it was last.
            const lineOf = step => step.line || this.way.findLast(before => before.thread === step.thread && before.line)?.line;
            this.lines.forEach(({ line, places }, index) => {
                const here = steps.filter(step => lineOf(step) === index + 1);
                places.replaceChildren(...here.map(step => this.chip(step.thread)));
                line.classList.toggle('scheduler-last', last !== undefined && last.line === index + 1);
            });
            // The line of the last step stays in sight, and the place that its thread has come to if there is room.
            const next = last && steps.find(step => step.thread === last.thread);
            for (const step of [next, last]) {
                if (step && step.line && this.lines[step.line - 1]) {
                    this.reveal(this.lines[step.line - 1].line);
                }
            }
            if (!last) {
                this.reveal(this.lines[Math.max(0, ...steps.map(step => step.line - 1))].line);
            }
        }

        reveal(line) {
            const box = this.box.getBoundingClientRect();
            const at = line.getBoundingClientRect();
            const margin = at.height * 2;
            if (at.top < box.top + margin) {
                this.box.scrollTop -= box.top + margin - at.top;
            } else if (at.bottom > box.bottom - margin) {
                this.box.scrollTop += at.bottom + margin - box.bottom;
            }
        }

        showFate(ending) {
            const program = this.program;
            let words = '';
            if (this.isRare) {
                words = ending === null ? 'This is behind what the library hardly ever does: no schedules are counted here.' : '';
            } else if (ending === null) {
                const hasLeft = this.isWeak;
                const count = (hasLeft ? program.allCounts : program.counts)[this.state];
                const parts = count === undefined ? [] : [schedulesInWords(count)];
                const beyond = hasLeft || count === undefined ? 0n : (program.allCounts[this.state] ?? count) - count;
                if (beyond > 0n) {
                    parts[0] += `, and ${grouped(beyond)} that no order of steps explains`;
                }
                const all = program.usual;
                if (program.outcomes.length > 1 && program.outcomes.length * program.states.length < 200000) {
                    const still = program.outcomesFrom(this.state, this.printed, hasLeft);
                    const usual = still.filter(place => place < (hasLeft ? all + program.weak : all));
                    const come = usual.length === all && !hasLeft ? (all === 2 ? 'both outcomes' : `all ${all} outcomes`)
                        : usual.length === 1 ? `only outcome ${usual[0] + 1}`
                            : `outcomes ${allOf(usual.map(place => place + 1))}`;
                    if (all > 1 || hasLeft) {
                        parts.push(`${come} can still come`);
                    }
                    // To an ordinary outcome that no order of steps leads to any more, memory may.
                    const also = beyond > 0n ? program.outcomesFrom(this.state, this.printed, true)
                        .filter(place => place < all && !usual.includes(place)) : [];
                    if (also.length) {
                        parts.push(`outcome${also.length > 1 ? 's' : ''} ${allOf(also.map(place => place + 1))} as well, but by no order of steps`);
                    }
                    parts.push(...still.filter(place => !usual.includes(place)).map(place => `outcome ${place + 1} as well, ${
                        program.onlyIf(place).replaceAll('`', '')}`));
                }
                words = parts.length ? `From here: ${parts.join('; ')}.` : '';
            }
            if (this.isWeak) {
                words = ending === null ? `No order of steps explains this any more. ${words}`.trim()
                    : 'No order of steps explains this schedule.';
            }
            this.fate.textContent = words;
            this.fate.hidden = words === '';
        }

        showMemory() {
            if (!this.histories) {
                return;
            }
            const tables = this.program.histories(this.state).map(history => this.history(history));
            this.histories.replaceChildren(...(tables.length ? tables
                : [make('p', { class: 'scheduler-label' }, 'No atomic has been used yet.')]));
            // What is too wide is scrolled, by the keyboard too.
            if (this.histories.scrollWidth > this.histories.clientWidth) {
                this.histories.setAttribute('tabindex', '0');
            } else {
                this.histories.removeAttribute('tabindex');
            }
        }

        // The writes to an atomic as a table: a row for each, the oldest first, and a column for each thread.
        history({ atomic, writes }) {
            const threads = this.program.threadsAt(atomic);
            const unseen = words => make('span', { class: 'scheduler-unseen' }, words);
            const head = thread => make('th', { scope: 'col', class: `thread-${thread % 6}` },
                this.chip(thread), unseen(this.program.threads[thread]));
            const from = ({ by, line }) => {
                const at = line ? `line ${line}` : '';
                return by === null ? at || 'at first' : [this.program.threads[by], at].filter(Boolean).join(', ');
            };
            const row = (write, place) => make('tr', {},
                make('th', { scope: 'row' }, make('code', { class: 'nohighlight' }, write.value)),
                make('td', {}, from(write)),
                ...threads.map(thread => this.reading(writes, place, thread)));
            return make('table', { class: 'scheduler-history' },
                make('caption', {}, ...marked(atomic)),
                make('thead', {}, make('tr', {},
                    make('th', { scope: 'col' }, 'Value'), make('th', { scope: 'col' }, 'Written'), ...threads.map(head))),
                make('tbody', {}, ...writes.map(row)));
        }

        // Whether a thread can read a write, and whether it has.
        reading(writes, place, thread) {
            const oldest = writes.findIndex(({ seen }) => seen.includes(thread));
            const has = writes[place].reads.includes(thread);
            const unseen = words => make('span', { class: 'scheduler-unseen' }, words);
            const words = oldest < 0 ? ['', ''] : place < oldest ? ['–', 'can no longer read it']
                : place === writes.length - 1 ? ['newest', ''] : ['can read', ''];
            const cell = make('td', { class: `scheduler-reading${words[0] === '–' ? ' scheduler-past' : ''}` });
            if (has) {
                cell.append(make('span', { 'aria-hidden': 'true' }, '✓ '), unseen('has read it; '));
            }
            cell.append(...(words[1] ? [make('span', { 'aria-hidden': 'true' }, words[0]), unseen(words[1])] : [words[0]]));
            return cell;
        }

        showOutcomes() {
            this.outcomes.forEach(({ item, mark, show }, place) => {
                const found = this.found.has(place);
                item.classList.toggle('scheduler-found', found);
                mark.textContent = found ? '✓ found' : 'not found yet';
                const steps = this.program.outcomes[place].schedule.length;
                show.textContent = this.walk === place ? `Step ${this.way.length + 1} of ${steps}` : 'Show me one';
                show.classList.toggle('scheduler-wanted', this.walk === place);
            });
            this.challenge.replaceChildren(...this.challengeInWords());
        }

        challengeInWords() {
            const { outcomes, schedules } = this.program;
            const missing = outcomes.map((_, place) => place).filter(place => !this.found.has(place));
            const usual = missing.filter(place => place < this.program.usual);
            const score = make('strong', {}, `${capital(this.scoreInWords())}.`);
            const rare = missing.length === 0 ? []
                : [` Outcome ${missing[0] + 1} comes `, ...marked(this.program.onlyIf(missing[0])),
                    missing[0] < this.program.usual + this.program.weak ? ': no order of steps explains it.' : '.'];
            if (schedules === '1') {
                return [score, ' There is one schedule: at each step one thread alone can go.', ...(usual.length ? [] : rare)];
            }
            if (missing.length === 0) {
                const none = schedules === null ? ['it never does.', ' There is no other.']
                    : [`none of its ${grouped(schedules)} schedules does.`, ` There is no other in any of its ${grouped(schedules)} schedules.`];
                return [score, outcomes.length === 1 ? ` Try to make it come to anything else: ${none[0]}` : none[1]];
            }
            if (usual.length === 0) {
                return [score, ...rare];
            }
            const bad = ['deadlock', 'livelock', 'undefined'].find(kind => usual.some(place => kindOf(outcomes[place].ends) === kind));
            if (bad) {
                return [score, this.program.usual === 1
                    ? ` Try to keep the threads from ${named(bad)}.`
                    : ` Find a schedule that ends in ${named(bad)}.`];
            }
            if (missing.length === outcomes.length) {
                return [score, ' Let the threads go in any order you like, until the program ends.'];
            }
            return [score, ` Find a schedule that comes to outcome ${usual[0] + 1}.`];
        }

        scoreInWords() {
            const { usual, weak, outcomes } = this.program;
            const isWeak = place => place >= usual && place < usual + weak;
            const found = outcomes.map((_, place) => place).filter(place => this.found.has(place));
            const beyond = found.filter(isWeak).length;
            const score = `outcomes found: ${found.length - beyond} of ${outcomes.length - weak}`;
            return weak ? `${score}, and ${beyond} of ${weak} that no order of steps explains` : score;
        }

        showScore() {
            this.score.textContent = this.scoreInWords();
        }
    }

    document.querySelectorAll('.schedules').forEach((section, number) => {
        const details = section.querySelector('.scheduler');
        const data = section.querySelector('.schedules-data');
        if (details && data) {
            new Scheduler(details, new Program(JSON.parse(data.textContent)), number);
        }
    });
})();
