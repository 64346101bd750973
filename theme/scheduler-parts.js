// The parts of the board, as elements: the code with the place of each thread, a lane for each thread, the steps so far, what
// has been written to each atomic, and the outcomes. Each is made once and shows what it is given; what it says is for
// scheduler-words.js, and what it means for scheduler.js.
'use strict';

const schedulerParts = (() => {
    const words = schedulerWords;

    // No text of the data is ever read as HTML.
    function make(name, attributes, ...children) {
        return filled(document.createElement(name), attributes, children);
    }

    function makeSvg(name, attributes, ...children) {
        return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
    }

    function filled(element, attributes, children) {
        for (const [key, value] of Object.entries(attributes)) {
            element.setAttribute(key, value);
        }
        element.append(...children);
        return element;
    }

    // Words as nodes.
    function nodes(said) {
        return said.filter(it => it !== '')
            .map(it => (typeof it === 'string' ? it : make(it.tag, it.attributes, ...nodes(it.words))));
    }

    function button(className, text, press) {
        const element = make('button', { type: 'button', class: className }, text);
        element.addEventListener('click', press);
        return element;
    }

    // A colour for each thread.
    const colour = thread => `thread-${thread % 6}`;

    function chip({ labels }, thread) {
        return make('span', { class: `scheduler-chip ${colour(thread)}`, 'aria-hidden': 'true' }, labels[thread]);
    }

    class Code {
        constructor(program) {
            this.program = program;
            this.lines = program.code.map(pieces => {
                const places = make('span', { class: 'scheduler-places' });
                const text = make('span', { class: 'scheduler-text' });
                for (const [className, piece] of pieces) {
                    text.append(/^hl-[a-z]+$/.test(className) ? make('span', { class: className }, piece) : piece);
                }
                text.append('\n');
                return { line: make('span', { class: 'line' }, places, text), places };
            });
            this.element = make('pre', {
                class: 'scheduler-code', tabindex: '0', role: 'group', 'aria-label': words.names.code,
            }, make('code', { class: 'nohighlight' }, ...this.lines.map(({ line }) => line)));
        }

        // The steps that threads are about to do or wait for, after those of the way.
        show(way, steps) {
            const last = way[way.length - 1];
            // Where no line says what a thread is about to do, it stands where it was last.
            const lineOf = step => step.line || way.findLast(before => before.thread === step.thread && before.line)?.line;
            this.lines.forEach(({ line, places }, index) => {
                const here = steps.filter(step => lineOf(step) === index + 1);
                places.replaceChildren(...here.map(step => chip(this.program, step.thread)));
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
            const box = this.element.getBoundingClientRect();
            const at = line.getBoundingClientRect();
            const margin = at.height * 2;
            if (at.top < box.top + margin) {
                this.element.scrollTop -= box.top + margin - at.top;
            } else if (at.bottom > box.bottom - margin) {
                this.element.scrollTop += at.bottom + margin - box.bottom;
            }
        }
    }

    // A thread: what it is about to do, and the buttons that give it a turn. `choose` is called with what std or memory chooses.
    class Lane {
        constructor(program, thread, id, choose) {
            this.program = program;
            this.thread = thread;
            const name = program.threads[thread];
            this.status = make('p', { class: 'scheduler-status', id });
            this.go = button('scheduler-go', '', () => choose(null));
            // What the step is, where memory permits another one beside it.
            this.what = make('span', {});
            this.go.append(words.letGo(name), this.what);
            if (thread < 9) {
                this.go.prepend(make('kbd', { 'aria-hidden': 'true' }, `${thread + 1}`), ' ');
                this.go.setAttribute('aria-keyshortcuts', `${thread + 1}`);
            }
            this.go.setAttribute('aria-describedby', id);
            this.may = new Map(program.choicesOf(thread).map(([choice, offer]) => [choice, this.mayButton(choice, offer, choose)]));
            this.item = make('li', { class: `scheduler-lane ${colour(thread)}` },
                make('div', { class: 'scheduler-name' }, chip(program, thread), ' ', make('strong', {}, name)),
                this.status, make('div', { class: 'scheduler-turn' }, this.go, ...this.may.values()));
        }

        // A button for what std or memory may do in a step of this thread.
        mayButton(choice, offer, choose) {
            const said = words.may(this.program, choice, offer);
            const may = button(`scheduler-may${this.program.isWeak(choice) ? ' scheduler-weak' : ''}`, '', () => choose(choice));
            may.append(...nodes(said));
            may.setAttribute('aria-label', words.forThread(said, this.program.threads[this.thread]));
            may.setAttribute('aria-describedby', this.status.id);
            return may;
        }

        // What the thread can do or waits for in a state; `over` says how it has ended, `isLast` whether it has had the last
        // turn, and `isWanted` whether this choice is the next turn of the way that the reader is being shown.
        show(state, { over, isLast, isWanted }) {
            const { program, thread } = this;
            const own = ({ thread: of }) => of === thread;
            const waiting = program.waiting(state);
            const [step, waits] = [program.can(state).find(own), waiting.find(own)];
            this.item.dataset.life = step ? 'can' : waits ? 'waits' : 'absent';
            const wanting = waiting.filter(it => !own(it) && it.holders.includes(thread));
            this.status.replaceChildren(...nodes(words.status(program, { step, waits, over, holds: program.holds(state, thread), wanting })));
            this.go.hidden = !step || step.to === null;
            this.go.classList.toggle('scheduler-wanted', isWanted(null));
            const may = program.may(state).filter(own);
            const isOffered = step && may.some(it => program.isWeak(it.choice));
            this.what.replaceChildren(...(isOffered ? nodes(words.offered(program.offers.get(step.place))) : []));
            for (const [choice, it] of this.may) {
                it.hidden = may.every(step => step.choice !== choice);
                it.classList.toggle('scheduler-wanted', isWanted(choice));
            }
            this.item.classList.toggle('scheduler-moved', isLast);
        }
    }

    // In pixels, of the steps so far: the height of a thread's row, without arrows and with them; from its middle to where an
    // arrow begins or ends; and from one arrow in the gap between two rows to the next.
    const [plainRow, wideRow] = [22, 30];
    const mark = 5;
    const lane = 4;

    // The steps so far: a row for each thread, and arrows between them.
    class Steps {
        constructor(program) {
            this.program = program;
            this.longest = Math.max(...program.outcomes.map(outcome => outcome.schedule.length));
            this.strips = program.threads.map((_, thread) => make('div', { class: `scheduler-strip ${colour(thread)}` }));
            this.arrows = makeSvg('svg', { class: 'scheduler-arrows' });
            const rows = this.strips.flatMap((strip, thread) => [chip(program, thread), strip]);
            rows.forEach((part, place) => part.style.setProperty('grid-row', Math.floor(place / 2) + 1));
            this.grid = make('div', { class: 'scheduler-times', role: 'img' }, ...rows, this.arrows);
            const hasArrows = program.acquires.size > 0;
            this.grid.style.setProperty('--threads', this.strips.length);
            this.grid.style.setProperty('--row', `${hasArrows ? wideRow : plainRow}px`);
            this.element = make('div', {}, make('p', { class: 'scheduler-label' }, words.stepsSoFar(hasArrows)), this.grid);
        }

        // What each thread has done and been since the beginning, and what has been handed on between them.
        show(way) {
            const steps = Math.max(this.longest, way.length);
            this.grid.style.setProperty('--steps', steps);
            this.strips.forEach((strip, thread) => strip.replaceChildren(...this.marks(way, thread)));
            const joined = this.program.synchronised(way);
            this.arrows.replaceChildren(...this.inLanes(way, joined).map(pair => this.arrow(pair, steps, way.length - 1)));
            this.grid.setAttribute('aria-label', words.steps(this.program, way, joined.map(({ acquires }) => way[acquires])));
        }

        // What a thread has done and been since the beginning, as a row of marks.
        marks(way, thread) {
            return way.map((step, index) => {
                const state = index === 0 ? 0 : way[index - 1].to;
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
        }

        // Gives each arrow the gap between two rows in which it goes, on its side of the row to which it leads; and its place
        // in there, so that no two lie on each other.
        inLanes(way, joined) {
            const placed = [];
            for (const { acquires, releases } of joined) {
                const [from, to] = [releases, acquires].map(place => way[place].thread);
                const gap = from < to ? to : to + 1;
                const beside = placed.filter(other => other.gap === gap && other.acquires >= releases && acquires >= other.releases);
                const free = [0, 1, -1].find(place => beside.every(other => other.lane !== place)) ?? 0;
                placed.push({ acquires, releases, from, to, gap, lane: free });
            }
            return placed;
        }

        // An arrow from a step that releases to the one that acquires it. It crosses no mark: at the time of a step there is
        // no other one.
        arrow({ acquires, releases, from, to, gap, lane: place }, steps, last) {
            const across = step => `${((step + 0.5) / steps) * 100}%`;
            const [begin, end] = [across(releases), across(acquires)];
            const side = from < to ? 1 : -1;
            const [first, along, there] = [(from + 0.5) * wideRow + side * mark, gap * wideRow + place * lane, (to + 0.5) * wideRow - side * mark];
            const line = (x1, y1, x2, y2) => makeSvg('line', { x1, y1, x2, y2 });
            const head = makeSvg('svg', { x: end, y: there, overflow: 'visible' }, makeSvg('path', { d: `M-4 ${-5 * side}L0 0L4 ${-5 * side}` }));
            return makeSvg('g', { class: `scheduler-arrow${acquires === last ? ' scheduler-arrow-last' : ''}` },
                line(begin, first, begin, along), line(begin, along, end, along), line(end, along, end, there), head);
        }
    }

    // What has been written to each atomic.
    class Histories {
        constructor(program) {
            this.program = program;
            this.tables = make('div', { class: 'scheduler-histories' });
            this.element = make('div', { class: 'scheduler-memory', role: 'group', 'aria-label': words.names.histories },
                make('p', { class: 'scheduler-label' }, ...nodes(words.memory())), this.tables);
        }

        show(state) {
            const tables = this.program.histories(state).map(history => this.table(history));
            this.tables.replaceChildren(...(tables.length ? tables
                : [make('p', { class: 'scheduler-label' }, words.names.noHistory)]));
            // What is too wide is scrolled, by the keyboard too.
            if (this.tables.scrollWidth > this.tables.clientWidth) {
                this.tables.setAttribute('tabindex', '0');
            } else {
                this.tables.removeAttribute('tabindex');
            }
        }

        // The writes to an atomic: a row for each, the oldest first, and a column for each thread.
        table({ atomic, writes }) {
            const threads = this.program.threadsAt(atomic);
            const head = thread => make('th', { scope: 'col', class: colour(thread) },
                chip(this.program, thread), ...nodes([words.unseen(this.program.threads[thread])]));
            const row = (write, place) => make('tr', {},
                make('th', { scope: 'row' }, make('code', { class: 'nohighlight' }, write.value)),
                make('td', {}, words.writtenBy(this.program, write)),
                ...threads.map(thread => this.reading(writes, place, thread)));
            const { value, written } = words.names;
            return make('table', { class: 'scheduler-history' },
                make('caption', {}, ...nodes(words.marked(atomic))),
                make('thead', {}, make('tr', {},
                    make('th', { scope: 'col' }, value), make('th', { scope: 'col' }, written), ...threads.map(head))),
                make('tbody', {}, ...writes.map(row)));
        }

        // Whether a thread can read a write, and whether it has.
        reading(writes, place, thread) {
            const oldest = writes.findIndex(({ seen }) => seen.includes(thread));
            const kind = oldest < 0 ? 'unknown' : place < oldest ? 'past' : place === writes.length - 1 ? 'newest' : 'readable';
            return make('td', { class: `scheduler-reading${kind === 'past' ? ' scheduler-past' : ''}` },
                ...nodes(words.reading(kind, writes[place].reads.includes(thread))));
        }
    }

    // An outcome of the list, with its button.
    class Outcome {
        constructor(program, place, id, press) {
            this.steps = program.outcomes[place].schedule.length;
            this.mark = make('span', { class: 'scheduler-mark' });
            this.button = button('scheduler-show', words.names.show, press);
            this.button.setAttribute('aria-describedby', id);
            this.item = make('li', {},
                make('div', { class: 'scheduler-what', id }, ...nodes(words.outcome(program, place)), this.mark), this.button);
        }

        // Whether the reader has found it, and the step of the way there that comes next, if they are being shown it.
        show(isFound, next) {
            this.item.classList.toggle('scheduler-found', isFound);
            this.mark.textContent = words.foundOrNot(isFound);
            this.button.textContent = next === null ? words.names.show : words.nextOf(next, this.steps);
            this.button.classList.toggle('scheduler-wanted', next !== null);
        }
    }

    return { make, nodes, button, Code, Lane, Steps, Histories, Outcome };
})();
