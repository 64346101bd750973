// Ranks: which entries of the index answer a query, the best first. It knows no page and no dialog, so that a test can ask
// it without a browser; theme/search.js shows what it finds.
//
// What a word of a query may mean. A word stands for all words of its stem (“moves”, “moved”, “moving”), for longer ones
// that begin with it, and for what theme/synonyms.toml says that readers call otherwise. A word that the book does not have
// may be two (“spinlock”), or two may be one (“dead lock”). If it is none of these, a letter of it is wrong: then it stands
// for the words that are one edit away. Words that the book has are never corrected, or “lock” would also find “look”.
//
// How an entry is ranked. Each word of the query brings it points: the rarer the word, the more, as in BM25; most where it
// stands in the title, less in a line beside it, in the text or around the entry. Points for the title count once more, as far
// as the query covers the title: so the chapter “Mutex” comes before a listing whose caption mentions one. Where words of the
// query are missing, all points count for less. Words that stand side by side as in the query add to that, for what is pasted
// from a terminal is known by its order.
//
// There is no library. CONTRIBUTING.md tells which were tried, and what each of them found.
mdbookSiteSearch('ranking', (() => {
    'use strict';

    // What an entry is worth by its kind. A listing is found by its chapter too, and its caption tells a story of its own.
    const worth = {
        chapter: 1.4, section: 1.1, listing: 0.8, error: 1.4, misconception: 0.8, term: 1, item: 1.1, label: 1, message: 1,
    };
    // Where a word stands; in a title it counts 1. In code it is often there by accident. Around an entry are the title of its
    // page and, for a section, its listings.
    const LINE = 0.6, TEXT = 0.5, CODE = 0.3, AROUND = 0.4;
    // How well another word stands for the one that was typed.
    const LONGER = 0.8, OTHERWISE = 0.85, PART_OF_NAME = 0.8;
    // How much more a covered title counts, words side by side, and each word that is missing.
    const COVERED = 1.3, SIDE_BY_SIDE = 0.35, COMPLETE = 1.2;
    // Sections that many chapters have, such as “Remember”, say again what another one has said; so do the appendices.
    const RECURRING = 5, AGAIN = 0.7;
    // What another message is worth that begins as the one that was asked for.
    const ANOTHER = 0.2;
    // What has less than this part of the words that the best result has is no answer.
    const WORTHWHILE = 0.5;

    // Words that hold a question together and say nothing of what it is about. They count, but little.
    const LITTLE = 0.12;
    const little = new Set(('a an and are as at be between by can could did difference do does error for from get happens has have how i in '
        + 'is it its my need not of on or rust should so that the this to versus vs want was what when which why with work works '
        + 'would you your').split(' '));

    // What stands around the words of every panic: whose it was, where, and how to see more of it.
    const FRAME = /^\s*thread .*? panicked at \S+:\d+:\d+:|note: run with `RUST_BACKTRACE=1`.*$/gs;
    const withoutFrame = query => query.replaceAll(FRAME, '').trim() || query;

    const WORD = /[\p{L}\p{N}_]+/gu;
    const words = text => text.toLowerCase().match(WORD) ?? [];

    // The stem by the steps of Porter's algorithm that take plurals, -ed, -ing and a last e away; what makes nouns of verbs
    // and adverbs of adjectives stays. Names with digits or underscores are nobody's plural.
    function stem(word) {
        if (word.length < 4 || /[\d_]/.test(word)) {
            return word;
        }
        let stem = word;
        if (/(ss|i)es$/.test(stem)) {
            stem = stem.slice(0, -2);
        } else if (/[^su]s$/.test(stem)) {
            stem = stem.slice(0, -1);
        }
        const cut = stem.replace(/(?:ing|([^e])ed)$/, '$1');
        if (cut !== stem && /[aeiouy]/.test(cut)) {
            stem = cut;
            if (/(at|bl|iz)$/.test(stem) || isShort(stem)) {
                stem += 'e';
            } else if (/([^aeioulsz])\1$/.test(stem) || /ick$/.test(stem)) {
                // stopp-ed, and panick-ed, which Porter leaves.
                stem = stem.slice(0, -1);
            }
        }
        if (/[aeiou].*y$/.test(stem)) {
            stem = `${stem.slice(0, -1)}i`;
        }
        if (stem.endsWith('e') && syllables(stem.slice(0, -1)) > (isShort(stem.slice(0, -1)) ? 1 : 0)) {
            stem = stem.slice(0, -1);
        }
        return stem;
    }

    // Porter's measure: how many times a vowel is followed by a consonant.
    const syllables = stem => (stem.match(/[aeiouy]+[^aeiouy]+/g) ?? []).length;
    const isShort = stem => syllables(stem) === 1 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(stem);

    // Whether one edit makes the other word of one: a letter more, less or another, or two letters exchanged.
    function isOneEditFrom(one, other) {
        if (Math.abs(one.length - other.length) > 1 || one === other) {
            return false;
        }
        let at = 0;
        while (one[at] === other[at]) {
            at += 1;
        }
        if (one.length !== other.length) {
            const [short, long] = one.length < other.length ? [one, other] : [other, one];
            return short.slice(at) === long.slice(at + 1);
        }
        return one.slice(at + 1) === other.slice(at + 1)
            || (one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2));
    }

    // The words in a name such as `split_at_mut` or `MutexGuard`.
    function wordsInName(name) {
        if (!/_|\p{Ll}\p{Lu}/u.test(name)) {
            return [];
        }
        return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2').toLowerCase().split('_').filter(word => word.length > 1);
    }

    // A listing's id in the page is `threads-two-cooks`, and the last that is known of it is `threads`.
    function withItsId(id, known) {
        const part = known.at(-1);
        return [...known.slice(0, -1), `${part}/${id.slice(part.length + 1)}`];
    }

    class Index {
        // `names` as `search/names.js` has them. What `search/text.js` has may come later, and bit by bit.
        constructor({ pages, entries, synonyms }) {
            this.pages = pages;
            this.synonyms = new Map(synonyms.map(([typed, meant]) => [words(typed).map(stem).join(' '), meant.map(words)]));
            this.entries = entries.map(([kind, page, id, title, known], at) => {
                const lines = kind === 'listing' ? withItsId(id, known) : known;
                return { at, kind, page, id, title, lines, text: [], length: 0 };
            });
            // Each word in small letters, with its stem; and each as it is written, with its stem and those of its parts.
            this.stems = new Map();
            this.written = new Map();
            // By its stem, where a word is in a title or a line, and where it is in a text, and how often.
            this.inNames = new Map();
            this.inTexts = new Map();
            this.places = new Map();
            let section;
            for (const entry of this.entries) {
                if (['chapter', 'section', 'error', 'listing'].includes(entry.kind)) {
                    this.places.set(`${entry.page}#${entry.id}`, entry);
                    // Listings follow the heading of their section.
                    section = entry.kind === 'listing' ? section : entry;
                    entry.section = entry.kind === 'listing' ? section : undefined;
                }
                this.readName(entry);
            }
            this.readPages();
            this.rate();
        }

        // ---- What stands where ----

        readName({ at, title, lines }) {
            const read = (text, inTitle, inLine) => this.read(text, this.inNames, at, (found, part) => {
                found.title = Math.max(found.title ?? 0, inTitle * part);
                found.line = Math.max(found.line ?? 0, inLine * part);
            });
            read(title, 1, 0);
            lines.forEach(line => read(line, 0, 1));
        }

        // By a stem, the entries on the pages whose titles have it.
        readPages() {
            const onPages = this.pages.map((_, page) => this.entries.filter(entry => entry.page === page));
            this.aroundOf = new Map();
            this.pages.forEach(([, title], page) => {
                for (const stem of words(title).filter(word => !little.has(word)).map(word => this.stemOf(word))) {
                    this.aroundOf.set(stem, [...this.aroundOf.get(stem) ?? [], ...onPages[page]]);
                }
            });
        }

        // Adds texts. They are worth nothing until `rate` has been called.
        readTexts(texts) {
            for (const [page, id, lines] of texts) {
                const entry = this.places.get(`${page}#${id}`);
                // A browser may have kept the texts of an older book.
                if (entry === undefined) {
                    continue;
                }
                entry.text = lines;
                for (const line of lines) {
                    entry.length += this.read(line, this.inTexts, entry.at, (found, part) => {
                        found.times = (found.times ?? 0) + part;
                        found.worth = 0;
                    });
                }
            }
        }

        // Notes each word of a text, and gives their number.
        read(text, index, at, note) {
            const names = text.match(WORD) ?? [];
            for (const name of names) {
                this.stemsOf(name).forEach((stem, part) => {
                    let found = index.get(stem);
                    if (found === undefined) {
                        index.set(stem, found = []);
                    }
                    if (found.length === 0 || found[found.length - 1].at !== at) {
                        found.push({ at });
                    }
                    note(found[found.length - 1], part === 0 ? 1 : PART_OF_NAME);
                });
            }
            return names.length;
        }

        // The stem of a word as it is written, and those of its parts. Most words come many times.
        stemsOf(name) {
            let stems = this.written.get(name);
            if (stems === undefined) {
                stems = [name.toLowerCase(), ...wordsInName(name)].map(word => this.stemOf(word));
                this.written.set(name, stems);
            }
            return stems;
        }

        stemOf(word) {
            let known = this.stems.get(word);
            if (known === undefined) {
                this.stems.set(word, known = stem(word));
            }
            return known;
        }

        // What depends on all that has been read: how rare each word is, and how much it says about each place.
        rate() {
            const texts = this.entries.filter(({ length }) => length > 0);
            const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
            const count = this.entries.length + texts.length;
            this.rarity = new Map();
            for (const stem of this.stems.values()) {
                const places = (this.inNames.get(stem)?.length ?? 0) + (this.inTexts.get(stem)?.length ?? 0);
                this.rarity.set(stem, Math.log(1 + count / (places + 0.5)));
            }
            for (const found of this.inTexts.values()) {
                for (const one of found) {
                    const { kind, length } = this.entries[one.at];
                    // BM25's saturation: the tenth time says less than the second, and in a long text each says less.
                    const often = one.times * 2.2 / (one.times + 1.2 * (0.25 + 0.75 * length / average));
                    one.worth = often * (kind === 'listing' ? CODE : TEXT);
                }
            }
            this.rateEntries();
        }

        rateEntries() {
            const recurring = new Map();
            for (const { kind, title } of this.entries.filter(({ kind }) => kind === 'section')) {
                recurring.set(title, (recurring.get(title) ?? 0) + 1);
            }
            for (const entry of this.entries) {
                const [, , isAppendix] = this.pages[entry.page];
                const isAgain = recurring.get(entry.title) >= RECURRING || (['chapter', 'section'].includes(entry.kind) && isAppendix);
                entry.worth = worth[entry.kind] * (isAgain ? AGAIN : 1);
                entry.titleWeight = words(entry.title).reduce((sum, word) => sum + this.weightOf(word), 0);
            }
        }

        has(stem) {
            return this.rarity.has(stem);
        }

        weightOf(word) {
            const rarity = this.rarity.get(this.stems.get(word) ?? stem(word)) ?? Math.log(1 + 2 * this.entries.length);
            return rarity * (little.has(word) ? LITTLE : 1);
        }

        // ---- What a query means ----

        // The parts of a query: a word, or some that belong together, with all readings. A reading is some words, all of
        // which an entry must have, and how well they stand for what was typed.
        partsOf(query) {
            const typed = words(query);
            const names = query.match(WORD) ?? [];
            const parts = [];
            for (let at = 0; at < typed.length;) {
                const together = [3, 2, 1].filter(length => at + length <= typed.length)
                    .find(length => length === 1 || this.belongTogether(typed.slice(at, at + length)));
                const phrase = typed.slice(at, at + together);
                at += together;
                parts.push(this.part(phrase, names[at - 1], at === typed.length));
            }
            return parts;
        }

        belongTogether(phrase) {
            return this.synonyms.has(phrase.map(stem).join(' ')) || this.asOne(phrase) !== undefined;
        }

        // “dead lock” as the word that the book has for it.
        asOne(phrase) {
            const one = phrase.join('');
            return phrase.length === 2 && this.stems.has(one) && !phrase.some(word => little.has(word)) ? one : undefined;
        }

        part(phrase, name, isLast) {
            const readings = [{ words: phrase, quality: 1 }];
            const read = (words, quality) => readings.push({ words, quality });
            const readSynonyms = (typed, quality) => {
                (this.synonyms.get(typed.map(stem).join(' ')) ?? []).forEach(meant => read(meant, quality * OTHERWISE));
            };
            readSynonyms(phrase, 1);
            if (this.asOne(phrase) !== undefined) {
                read([this.asOne(phrase)], OTHERWISE);
            }
            const [word] = phrase;
            const corrected = [];
            if (readings.length === 1 && this.alike(word, isLast).length === 0) {
                if (wordsInName(name).length > 0) {
                    read(wordsInName(name), OTHERWISE);
                }
                for (let cut = 3; cut <= word.length - 3; cut += 1) {
                    const both = [word.slice(0, cut), word.slice(cut)];
                    if (both.every(half => this.has(stem(half)))) {
                        read(both, OTHERWISE);
                    }
                }
                if (readings.length === 1) {
                    for (const near of this.near(word)) {
                        corrected.push(near);
                        read([near], OTHERWISE);
                        readSynonyms([near], OTHERWISE);
                    }
                }
            }
            // What a word weighs that the book does not have is for the words to say that it is read as.
            const known = readings.filter(reading => reading.words.every(word => this.alike(word, isLast).length > 0));
            const weights = (known.length > 0 ? known : [readings[0]])
                .map(reading => Math.max(...reading.words.map(word => this.weightOf(word))));
            return { phrase, readings, corrected, isLast, weight: Math.min(...weights), isLittle: phrase.every(word => little.has(word)) };
        }

        // The stems that a word stands for, each with how well. The last word may still be in the making.
        alike(word, isLast) {
            const key = isLast ? `${word} ` : word;
            let found = this.alikes.get(key);
            if (found === undefined) {
                this.alikes.set(key, found = this.findAlike(word, isLast));
            }
            return found;
        }

        findAlike(word, isLast) {
            const own = stem(word);
            const isKnown = this.has(own);
            const found = new Map(isKnown ? [[own, 1]] : []);
            if (word.length > 2 || (isLast && !isKnown)) {
                for (const [longer, stem] of this.stems) {
                    if (stem !== own && longer.startsWith(word)) {
                        const quality = LONGER * Math.max(0.5, word.length / longer.length) * (isKnown ? 0.7 : 1);
                        found.set(stem, Math.max(found.get(stem) ?? 0, quality));
                    }
                }
            }
            return [...found];
        }

        // The words that one edit makes of a word which the book does not have.
        near(word) {
            if (word.length < 4 || /\d/.test(word)) {
                return [];
            }
            const all = new Set([...this.stems.keys(), ...this.synonyms.keys()]);
            return [...all].filter(other => other.length > 3 && !other.includes(' ') && isOneEditFrom(word, other));
        }

        // ---- Ranking ----

        // Results in their order, whether one of them has all that was asked for, and which words were read as others.
        search(query) {
            this.alikes = new Map();
            const message = withoutFrame(query);
            const typed = words(message);
            const parts = this.partsOf(message);
            const found = new Map();
            for (const part of parts) {
                for (const [at, { title, any }] of this.findPart(part)) {
                    const result = found.get(at) ?? { entry: this.entries[at], title: 0, any: 0, has: 0, lacks: parts.filter(part => !part.isLittle).length };
                    found.set(at, result);
                    result.title += title * part.weight;
                    result.any += any * part.weight;
                    result.has += part.weight;
                    result.lacks -= part.isLittle ? 0 : 1;
                }
            }
            const asked = parts.reduce((sum, { weight }) => sum + weight, 0);
            const results = [...found.values()];
            for (const result of results) {
                const { entry, title, any, has } = result;
                result.covered = Math.min(1, title / (entry.titleWeight || 1));
                result.factor = (has / asked) ** COMPLETE * entry.worth * this.saidAsAsked(result);
                result.points = (any + title * result.covered * COVERED) * result.factor;
            }
            results.sort(bestFirst);
            // To look for words side by side takes longest, and helps nothing that has no points without.
            for (const result of results.slice(0, 100)) {
                result.points += this.pointsSideBySide(result, typed) * SIDE_BY_SIDE * result.factor;
            }
            results.sort(bestFirst);
            const seen = new Set();
            const worthwhile = results.filter(({ entry, has }) => {
                const key = keyOf(entry);
                return has >= results[0].has * WORTHWHILE && !seen.has(key) && seen.add(key);
            });
            return {
                results: worthwhile,
                isComplete: worthwhile.some(({ lacks }) => lacks === 0),
                corrected: parts.filter(({ corrected }) => corrected.length > 0).map(({ phrase, corrected }) => [phrase[0], corrected]),
                typed, parts,
            };
        }

        // What to show of a result beside its title: the words of the entry that answer the query, in its order and as they
        // are written there, and the line that has most of them; or else the first, which says what the entry is.
        shown({ entry }, { typed, parts }) {
            const lines = [...entry.lines, ...entry.text];
            const phrase = ` ${typed.join(' ')} `;
            const hasPhrase = line => ` ${words(line).join(' ')} `.includes(phrase);
            if ([entry.title, ...lines].some(hasPhrase)) {
                return { words: typed, line: lines.find(hasPhrase) ?? lines[0] ?? '' };
            }
            const written = new Set([entry.title, ...lines].flatMap(words));
            const found = new Set(parts.flatMap(part => this.writtenAs(part, written)).filter(word => !little.has(word)));
            let [line = ''] = lines;
            let most = 0;
            for (const other of lines) {
                const weight = [...new Set(words(other))].filter(word => found.has(word))
                    .reduce((sum, word) => sum + this.weightOf(word), 0);
                if (weight > most) {
                    [line, most] = [other, weight];
                }
            }
            return { words: [...found], line };
        }

        // The words that were typed, if they are there; or else those of the first reading that is.
        writtenAs({ phrase, readings, isLast }, written) {
            if (phrase.every(word => written.has(word))) {
                return phrase;
            }
            for (const { words } of readings) {
                const found = words.map(word => this.formsOf(word, isLast, written));
                if (found.every(forms => forms.length > 0)) {
                    return found.flat();
                }
            }
            return [];
        }

        formsOf(word, isLast, written) {
            const stems = new Set(this.alike(word, isLast).map(([stem]) => stem));
            return [...written].filter(other => stems.has(this.stems.get(other)));
        }

        // What the compiler or a program says is no title: it counts as far as all of it is asked for. And where it has a word
        // that the query lacks, and the query one that it lacks, it is another message with the same beginning.
        saidAsAsked({ entry: { kind }, covered, lacks }) {
            if (kind !== 'label' && kind !== 'message') {
                return 1;
            }
            return (LINE + (1 - LINE) * covered) * (lacks > 0 && covered < 0.95 ? ANOTHER : 1);
        }

        // Entries that have a part of the query, and how well: in the title, and anywhere. The best reading counts.
        findPart({ readings, isLast }) {
            const best = new Map();
            for (const { words, quality } of readings) {
                const [first, ...others] = words.map(word => this.findWord(word, isLast));
                for (const [at, found] of first) {
                    const all = [found, ...others.map(other => other.get(at))];
                    if (all.every(one => one !== undefined)) {
                        const before = best.get(at) ?? { title: 0, any: 0 };
                        best.set(at, {
                            title: Math.max(before.title, quality * Math.min(...all.map(({ title }) => title))),
                            any: Math.max(before.any, quality * Math.min(...all.map(({ any }) => any))),
                        });
                    }
                }
            }
            return best;
        }

        findWord(word, isLast) {
            const found = new Map();
            const put = (at, title, any) => {
                const before = found.get(at);
                if (before === undefined) {
                    found.set(at, { title, any });
                } else {
                    before.title = Math.max(before.title, title);
                    before.any = Math.max(before.any, any);
                }
            };
            for (const [stem, quality] of this.alike(word, isLast)) {
                const note = (at, title, any) => {
                    put(at, title * quality, any * quality);
                    const { section } = this.entries[at];
                    if (section !== undefined) {
                        put(section.at, 0, any * AROUND * quality);
                    }
                };
                this.inNames.get(stem)?.forEach(({ at, title, line }) => note(at, title, Math.max(title, line * LINE)));
                this.inTexts.get(stem)?.forEach(({ at, worth }) => note(at, 0, worth));
                this.aroundOf.get(stem)?.forEach(({ at }) => put(at, 0, AROUND * quality));
            }
            return found;
        }

        // The weight of the longest run of words that an entry and the query share.
        pointsSideBySide({ entry }, typed) {
            const runs = (lines, worth) => lines.map(line => worth * this.longestRun(words(line), typed));
            return Math.max(0, ...runs([entry.title], 1), ...runs(entry.lines, 0.9), ...runs(entry.text, 0.5));
        }

        longestRun(line, typed) {
            let best = 0;
            line.forEach((word, from) => {
                typed.forEach((other, at) => {
                    if (word !== other || (from > 0 && at > 0 && line[from - 1] === typed[at - 1])) {
                        return;
                    }
                    let length = 0;
                    let weight = 0;
                    while (at + length < typed.length && line[from + length] === typed[at + length]) {
                        weight += this.weightOf(typed[at + length]);
                        length += 1;
                    }
                    best = length > 1 ? Math.max(best, weight) : best;
                });
            });
            return best;
        }
    }

    const bestFirst = (a, b) => b.points - a.points || a.entry.at - b.entry.at;

    // Terms and the like have no place of their own; of each other place there is one result.
    const keyOf = ({ page, id, kind, title }) => `${page}#${id}${['misconception', 'term', 'label', 'message'].includes(kind) ? title : ''}`;

    return { Index, words, stem, isOneEditFrom };
})());
