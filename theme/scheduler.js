// Be the scheduler: the reader chooses, step by step, which thread of a listing goes next. What can happen stands in
// the page, as the explorer has found it (scheduler-program.js); this script runs no Rust. Without it the widget stays hidden.
// Here is how the game goes. What it says is in scheduler-words.js, what it shows in scheduler-parts.js.
'use strict';

(function schedulers() {
    const words = schedulerWords;
    const { make, nodes, button } = schedulerParts;

    class Scheduler {
        constructor(details, program, number) {
            this.details = details;
            this.program = program;
            this.id = name => `scheduler-${number}-${name}`;
            this.found = new SchedulerFound(program);
            // The way so far: each step, and the state that it led to.
            this.way = [];
            // The outcome to which the reader is being shown the way, if any.
            this.walk = null;
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

        // The state before the last step; none at the beginning.
        get before() {
            return this.way.length === 0 ? null : this.way.length === 1 ? 0 : this.way[this.way.length - 2].to;
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
            const { program } = this;
            const { names } = words;
            this.challenge = make('p', { class: 'scheduler-challenge' });
            this.said = make('div', { class: 'scheduler-said', role: 'status' });
            this.fate = make('p', { class: 'scheduler-fate' });
            this.output = make('samp', {});
            this.code = new schedulerParts.Code(program);
            this.steps = new schedulerParts.Steps(program);
            this.histories = program.memory ? new schedulerParts.Histories(program) : null;
            this.lanes = program.threads.map((_, thread) => new schedulerParts.Lane(program, thread, this.id(`status-${thread}`),
                choice => this.act(() => this.choose(thread, choice))));
            this.outcomes = program.outcomes.map((_, place) => new schedulerParts.Outcome(program, place, this.id(`outcome-${place}`),
                () => this.act(() => this.showOne(place))));
            this.undoButton = button('scheduler-undo', names.undo, () => this.act(() => this.undo()));
            this.restartButton = button('scheduler-restart', names.restart, () => this.act(() => this.restart()));
            this.leaveButton = button('scheduler-leave', names.leave, () => this.act(() => this.leave()));
            this.body = make('div', { class: 'scheduler-body' },
                make('p', { class: 'scheduler-help' }, ...nodes(words.help(program.kinds()))),
                this.challenge,
                make('div', { class: 'scheduler-stage' },
                    this.code.element,
                    make('div', { class: 'scheduler-table' },
                        make('ul', { class: 'scheduler-lanes', role: 'list', 'aria-label': names.threads },
                            ...this.lanes.map(lane => lane.item)),
                        make('div', { class: 'scheduler-output' },
                            make('div', { class: 'scheduler-label', 'aria-hidden': 'true' }, names.output),
                            make('pre', { class: 'scheduler-screen', tabindex: '0', role: 'group', 'aria-label': names.output }, this.output)))),
                this.steps.element,
                this.said,
                make('div', { class: 'scheduler-tools' }, this.undoButton, this.restartButton, this.leaveButton, this.fate),
                ...(this.histories ? [this.histories.element] : []),
                make('ul', { class: 'scheduler-outcomes', role: 'list', 'aria-label': names.outcomes },
                    ...this.outcomes.map(outcome => outcome.item)));
            this.details.append(this.body);
            this.say(words.begun());
            this.show();
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
                this.nextButton(focused).focus({ preventScroll: true });
            }
        }

        // The button of the next thread that can go, counted from the one that has had its turn.
        nextButton(before) {
            const last = this.lanes.findIndex(lane => lane.item.contains(before));
            const order = this.lanes.map((_, place) => this.lanes[(last + 1 + place) % this.lanes.length]);
            const lane = order.find(it => !it.go.hidden);
            return lane ? lane.go : this.restartButton;
        }

        // ---- What the reader does ----

        choose(thread, choice = null) {
            const { program } = this;
            const step = program.all(this.state).find(it => it.thread === thread && it.choice === choice);
            if (!step && program.ending(this.state) !== null) {
                this.say(words.finished());
            } else if (!step) {
                const waits = program.waiting(this.state).find(it => it.thread === thread);
                this.say(words.cannotGo(program, thread, { waits, over: this.over(thread) }));
            } else if (step.to === null) {
                this.say(words.notKept(program, thread));
            } else {
                this.take(step);
            }
        }

        take(step) {
            const { program } = this;
            const leaving = this.walk !== null && !this.isOnTheWay(step) ? words.leaving(program, this.walk) : [];
            if (leaving.length) {
                this.walk = null;
            }
            const isFirstWeak = program.isWeak(step.choice) && !this.isWeak;
            const before = program.waiting(this.state).map(it => it.thread);
            this.way.push(step);
            const waiting = program.ending(this.state) !== null ? [] : program.waiting(this.state)
                .filter(waits => waits.thread === step.thread || !before.includes(waits.thread));
            const hasAcquired = program.synchronised(this.way).some(({ acquires }) => acquires === this.way.length - 1);
            const acquired = hasAcquired ? step.acquires : null;
            this.say([...leaving, ...words.taken(program, { step, acquired, isFirstWeak, waiting })]);
            this.finish();
        }

        // Whether this is the next turn of the way that the reader is being shown.
        isOnTheWay({ thread, choice }) {
            const turn = this.program.outcomes[this.walk].schedule[this.way.length];
            return turn !== undefined && turn.thread === thread && turn.choice === choice;
        }

        undo() {
            const step = this.way.pop();
            this.say(step ? words.undone(this.program, step) : words.nothingToUndo());
        }

        restart() {
            this.way = [];
            this.walk = null;
            this.say(words.begun());
        }

        leave() {
            this.say(words.left(this.program, this.walk));
            this.walk = null;
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
            this.say(words.walkBegun(this.program, place));
        }

        // ---- What has come of it ----

        // How a thread has come to have no more steps: `cutOff`, `ended`, or null where it has not begun.
        over(thread) {
            const { program } = this;
            const isIt = step => step.thread === thread;
            if (program.ending(this.state) !== null && this.way.length && !isIt(this.way[this.way.length - 1])
                && program.can(this.before).concat(program.waiting(this.before)).some(isIt)) {
                return 'cutOff';
            }
            return this.way.some(isIt) ? 'ended' : null;
        }

        // At the end of a schedule: which outcome it is, and whether that is new. Where threads have begun to go round for
        // ever, they can go on.
        finish() {
            const { program } = this;
            const ending = program.ending(this.state);
            if (ending !== null) {
                // What waits for ever may be on the way to what std does then.
                if (this.walk === null || this.way.length === program.outcomes[this.walk].schedule.length) {
                    this.tell(program.outcome(this.printed, ending), ending);
                }
                return;
            }
            // Before a first step that leads into the round, nothing has gone round.
            const before = this.way.length > 1 ? this.before : null;
            program.outcomes.forEach(({ prints, ends, schedule }, place) => {
                const round = program.rounds[place];
                const begins = this.walk === null ? before === null || !round?.has(before)
                    : this.walk === place && this.way.length === schedule.length;
                if (round?.has(this.state) && this.printed === prints && begins) {
                    this.tell(place, ends);
                }
            });
        }

        tell(place, ends) {
            const { program } = this;
            const { ending, who } = program.ended(place, ends);
            const waiting = ends === 'deadlock' ? program.waiting(this.state) : [];
            this.news.push(...words.ended(program, { ending, who, isGood: ends === 'returned', waiting }));
            if (place >= 0) {
                this.news.push(...words.verdict(program, place, this.standing(place)));
            }
        }

        // What an outcome is to the reader who has come to it; a new one is kept.
        standing(place) {
            if (this.walk !== null) {
                this.walk = null;
                return 'shown';
            }
            if (this.isWeak && place < this.program.usual) {
                return 'unexplained';
            }
            if (this.found.has(place)) {
                return 'foundBefore';
            }
            this.found.add(place);
            return 'isNew';
        }

        // ---- What is shown ----

        // Keeps what is to be said; `show` adds who can go and says it.
        say(news) {
            this.news = news;
        }

        show() {
            const { program, state, way } = this;
            const can = program.can(state);
            const isOver = program.ending(state) !== null;
            this.lanes.forEach((lane, thread) => lane.show(state, {
                over: this.over(thread),
                isLast: way.length > 0 && way[way.length - 1].thread === thread,
                isWanted: choice => this.walk !== null && this.isOnTheWay({ thread, choice }),
            }));
            this.code.show(way, can.concat(program.waiting(state)));
            this.output.replaceChildren(this.printed || make('em', {}, words.names.nothingPrinted));
            this.undoButton.disabled = way.length === 0;
            this.restartButton.disabled = way.length === 0 && this.walk === null;
            this.leaveButton.hidden = this.walk === null;
            this.steps.show(way);
            this.showFate(isOver);
            this.histories?.show(state);
            this.outcomes.forEach((outcome, place) => outcome.show(this.found.has(place), this.walk === place ? way.length + 1 : null));
            this.challenge.replaceChildren(...nodes(words.challenge(program, this.found.all)));
            this.showScore();
            const ready = isOver ? [] : can.filter(step => step.to !== null).map(step => step.thread);
            this.news.push(...words.canGo(program, ready, program.may(state)));
            this.said.replaceChildren(...nodes(this.news));
        }

        showFate(isOver) {
            const { isWeak, isRare } = this;
            const prospects = isOver || isRare ? null : this.program.prospects(this.state, this.printed, isWeak);
            this.fate.textContent = words.fate(this.program, { isOver, isRare, isWeak, prospects });
            this.fate.hidden = this.fate.textContent === '';
        }

        showScore() {
            this.score.textContent = words.score(this.program, this.found.all);
        }
    }

    document.querySelectorAll('.schedules').forEach((section, number) => {
        const details = section.querySelector('.scheduler');
        const data = section.querySelector('.schedules-data');
        if (details && data) {
            new Scheduler(details, new SchedulerProgram(JSON.parse(data.textContent)), number);
        }
    });
})();
