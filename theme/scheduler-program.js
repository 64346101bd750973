// An explored program, as its data on a page has it: its steps and states, what has been written to atomics in them, how many
// schedules lead on from each, and which outcomes can still come. And which of them the reader has come to. It knows no page.
'use strict';

// What the program can do, as the explorer has found it.
class SchedulerProgram {
    constructor(data) {
        Object.assign(this, data);
        this.outcomes = data.outcomes.map(({ only_if: onlyIf = null, ...outcome }) => ({
            ...outcome,
            onlyIf,
            needs: outcome.needs || [],
            schedule: outcome.schedule.map(turn => ({ thread: [turn].flat()[0], choice: [turn].flat()[1] ?? null })),
        }));
        // Those that come about by an order of steps, and nothing else; they come first. Then those that no order of
        // steps explains, and memory permits. Last, those that need std to do what it hardly ever does.
        this.usual = this.outcomes.filter(outcome => outcome.needs.length === 0).length;
        this.weak = this.outcomes.slice(this.usual).filter(({ needs }) => needs.every(it => this.isWeak(it))).length;
        // For each step that acquires: which thread has released that, on which line, and both in words.
        this.acquires = new Map((data.synchronises ?? [])
            .map(([step, thread, line, what, means]) => [step, { thread, line, what, means }]));
        // Steps as they are offered where there is another one of the same thread, in words.
        this.offers = new Map(data.offers ?? []);
        this.labels = this.shortNames();
        this.counts = this.countSchedules(state => this.can(state));
        // With those that no order of steps explains.
        this.allCounts = this.choices.some((_, place) => this.isWeak(place))
            ? this.countSchedules(state => this.permitted(state)) : this.counts;
        this.rounds = this.outcomes.map(outcome => this.round(outcome));
    }

    // The thread whose step this is, and what the step is about; what std chooses in it, and what it acquires, if it does.
    step(place) {
        const [thread, line, does, waits, prints, choice = null] = this.steps[place];
        return { place, thread, line, does, waits, prints, choice, acquires: this.acquires.get(place) ?? null };
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
        return choice !== null && this.choices[choice][0] === 'memory';
    }

    // Whether there is a choice of memory, and whether there is one of the library.
    kinds() {
        const places = [...this.choices.keys()];
        return { byMemory: places.some(it => this.isWeak(it)), byLibrary: places.some(it => !this.isWeak(it)) };
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

    // What std or memory may do in steps of a thread, each with the words with which it is offered.
    choicesOf(thread) {
        const offers = new Map();
        this.steps.forEach(([of, , , , , choice], place) => {
            if (of === thread && choice !== undefined && !offers.has(choice)) {
                offers.set(choice, this.offers.get(place));
            }
        });
        return [...offers];
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

    // How the program ends in a state, in words: as in the outcome that this is, if it is one.
    ended(place, ending) {
        const ends = JSON.stringify(ending);
        return this.outcomes[place] ?? this.outcomes.find((it, at) => JSON.stringify(it.ends) === ends && !this.rounds[at]);
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

    // What can still come from a state: how many schedules, how many more of those that no order of steps explains, and
    // which outcomes; of these `come` by what has been counted, `also` by no order of steps, and `rarely` if std does
    // what it hardly ever does. Where that would take long, outcomes are left out.
    prospects(state, printed, hasLeft) {
        const { outcomes, states, usual } = this;
        const count = (hasLeft ? this.allCounts : this.counts)[state];
        const beyond = hasLeft || count === undefined ? 0n : (this.allCounts[state] ?? count) - count;
        if (outcomes.length === 1 || outcomes.length * states.length >= 200000) {
            return { count, beyond, come: [], isAll: false, also: [], rarely: [] };
        }
        const still = this.outcomesFrom(state, printed, hasLeft);
        const known = still.filter(place => place < (hasLeft ? usual + this.weak : usual));
        // To an ordinary outcome that no order of steps leads to any more, memory may.
        const also = beyond > 0n ? this.outcomesFrom(state, printed, true)
            .filter(place => place < usual && !known.includes(place)) : [];
        return {
            count,
            beyond,
            // Where there is one, it is no news that it comes.
            come: usual > 1 || hasLeft ? known : [],
            isAll: known.length === usual && !hasLeft,
            also,
            rarely: still.filter(place => !known.includes(place)),
        };
    }

    // One or two letters for each thread, all different: its first letter, with its first number if it has one.
    shortNames() {
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

// The outcomes that the reader has come to. Where nothing can be kept they last as long as the page does.
class SchedulerFound {
    constructor(program) {
        this.program = program;
        this.kept = kept.inBook('found', program.listing);
        this.places = this.keptPlaces();
    }

    keptPlaces() {
        const names = this.kept.parsed();
        const places = new Set();
        this.program.outcomes.forEach((outcome, place) => {
            if (Array.isArray(names) && names.includes(SchedulerFound.name(outcome))) {
                places.add(place);
            }
        });
        return places;
    }

    // An outcome is kept by what it is. Its place may be another one when the book is made anew.
    static name({ prints, ends }) {
        return JSON.stringify([prints, ends]);
    }

    has(place) {
        return this.places.has(place);
    }

    // Their places, in the order of the outcomes.
    get all() {
        return this.program.outcomes.map((_, place) => place).filter(place => this.has(place));
    }

    // Another window may have found one since, or forgotten all: so it is added to what is kept now.
    add(place) {
        const places = this.keptPlaces().add(place);
        places.forEach(one => this.places.add(one));
        const names = [...places].map(one => SchedulerFound.name(this.program.outcomes[one]));
        this.kept.keep(JSON.stringify(names));
    }
}
