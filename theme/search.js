// Search: a button, a dialog with a field, a list of what is found, and the way to it on the page where it stands.
//
// The index is two scripts that the book's backend writes (tools/mdbook-site/src/search.rs): `search/names.js`, what
// things are called, and `search/text.js`, the words of the sections and the code of the listings. Both are loaded when
// the reader reaches for the search and not before; the names come first and answer alone until the text is there.
//
// How results are ranked. An entry is found if each word of the query begins a word of its title or of one of its lines.
// It gets points for each of them: title before line, whole word before its beginning. It gets more if the words stand
// together, and most if they are the whole title. Where nothing has all words, a place gets the points of each word that
// it has. Names come before texts, and what is equal stays in the order of the book. Letters and digits are all that
// counts, so the compiler's words are found with their backticks or without.
//
// There is no inverted index and no library: MiniSearch 7.2.0 (MIT) was looked at, but it knows no phrases, which
// is what a reader pastes from a terminal, and it builds its index on the reader's machine. To look at every line of this
// book takes a few milliseconds.
(() => {
    'use strict';

    const CHAPTER = 0, SECTION = 1, LISTING = 2, ERROR = 3, MISCONCEPTION = 4, TERM = 5, ITEM = 6;
    const kinds = {
        [CHAPTER]: 'Chapter', [SECTION]: 'Section', [LISTING]: 'Listing', [ERROR]: 'Compiler error',
        [MISCONCEPTION]: 'Misconception', [TERM]: 'Term', [ITEM]: 'Standard library',
    };
    // What an entry is worth by its kind, before a word has been looked at.
    const worth = { [CHAPTER]: 5, [SECTION]: 2, [LISTING]: 1, [ERROR]: 1, [MISCONCEPTION]: 0, [TERM]: 3, [ITEM]: 4 };
    const most = 20;
    const root = typeof path_to_root === 'undefined' ? '' : path_to_root;

    // Words of letters, digits and underscores, in small letters, with a space around each.
    const plain = text => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ').trim()} `;

    // ---- The index ----

    const index = { pages: [], names: [], texts: [] };
    const waiting = {};
    const failed = new Set();

    function entry([kind, page, id, title, lines]) {
        return { kind, page, id, title, lines, plainTitle: plain(title), plainLines: lines.map(plain), isName: false };
    }

    // Called by the scripts of the index.
    window.everyInterleavingSearch = (step, content) => {
        if (step === 'names') {
            index.pages = content.pages;
            index.names = content.entries.map(one => ({ ...entry(one), isName: true }));
        } else {
            index.texts = content.map(entry);
        }
    };

    // Loads a step of the index once; a step that could not be loaded can be asked for again.
    function load(step) {
        waiting[step] ??= new Promise((loaded, refused) => {
            failed.delete(step);
            const script = document.createElement('script');
            script.src = `${root}search/${step}.js`;
            script.onload = loaded;
            script.onerror = () => {
                waiting[step] = undefined;
                failed.add(step);
                script.remove();
                refused(new Error(`${script.src} cannot be loaded`));
            };
            document.head.append(script);
        });
        return waiting[step];
    }

    const loadAll = () => load('names').then(() => load('text'));

    // ---- Ranking ----

    const wordsOf = query => plain(query).trim().split(' ').filter(word => word !== '');

    // The points of an entry and the line to show with it, or nothing.
    function rank(found, words, together) {
        let points = worth[found.kind];
        for (const word of words) {
            const inTitle = pointsOf(found.plainTitle, word, 8);
            let inLines = 0;
            for (const line of found.plainLines) {
                inLines = Math.max(inLines, pointsOf(line, word, 3));
            }
            if (inTitle + inLines === 0) {
                return undefined;
            }
            points += Math.max(inTitle, inLines);
        }
        const phrase = ` ${together}`;
        const line = bestLine(found, words, phrase);
        return { found, points: points + pointsTogether(found, words, phrase, line), line: found.lines[line] ?? '' };
    }

    // How well the words stand together, the best place alone.
    function pointsTogether({ plainTitle, plainLines }, words, phrase, line) {
        if (plainTitle === `${phrase} `) {
            return 60;
        }
        if (plainTitle.startsWith(phrase)) {
            return 15;
        }
        const best = plainLines[line] ?? '';
        if (best.includes(phrase)) {
            return 12;
        }
        if (plainTitle.includes(phrase) || words.every(word => best.includes(` ${word}`))) {
            // All in one line, though not side by side: the compiler writes `Rc<Cell<u32>>` where a reader writes Rc.
            return 10;
        }
        return 0;
    }

    function pointsOf(text, word, full) {
        if (text.includes(` ${word} `)) {
            return full;
        }
        return text.includes(` ${word}`) ? full / 2 : 0;
    }

    // The line with most of the words, or with all of them together.
    function bestLine({ plainLines }, words, phrase) {
        let best = -1;
        let points = 0;
        plainLines.forEach((line, at) => {
            const here = words.filter(word => line.includes(` ${word}`)).length + (line.includes(phrase) ? words.length : 0);
            if (here > points) {
                [best, points] = [at, here];
            }
        });
        return best;
    }

    // Results in their order. Where nothing has all words, those that have one are better than nothing.
    function search(query) {
        const words = wordsOf(query);
        if (words.length === 0) {
            return { results: [], all: true };
        }
        const results = ranked(words);
        if (results.length > 0 || words.length === 1) {
            return { results, all: true };
        }
        return { results: rankedOneByOne(words), all: false };
    }

    const keyOf = ({ page, id, kind, title }) => `${page}#${id}${kind === TERM || kind === MISCONCEPTION ? title : ''}`;

    function ranked(words) {
        const together = words.join(' ');
        const results = [...index.names, ...index.texts].map(found => rank(found, words, together));
        const seen = new Set();
        // One result for each place: a section that its name has found is not found by its text once more.
        return results.filter(result => result !== undefined).sort(bestFirst).filter(({ found }) => {
            const key = keyOf(found);
            return !seen.has(key) && seen.add(key);
        });
    }

    const bestFirst = (a, b) => b.found.isName - a.found.isName || b.points - a.points;

    // One result for each place here too. One word may have found its name and another its text; then the name is shown.
    function rankedOneByOne(words) {
        const places = new Map();
        for (const result of [...new Set(words)].flatMap(word => ranked([word]))) {
            const key = keyOf(result.found);
            const before = places.get(key);
            if (before === undefined) {
                places.set(key, result);
            } else {
                const { found, line } = [before, result].sort(bestFirst)[0];
                places.set(key, { found, line, points: before.points + result.points });
            }
        }
        return [...places.values()].sort(bestFirst);
    }

    // ---- The dialog ----

    const make = (tag, attributes = {}, ...children) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, value);
        }
        element.append(...children);
        return element;
    };

    const field = make('input', {
        id: 'search-field', class: 'search-field', type: 'text', role: 'combobox', 'aria-expanded': 'false',
        'aria-controls': 'search-results', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off',
        spellcheck: 'false', enterkeyhint: 'go', placeholder: 'A word, an error code, the compiler’s words',
        'aria-label': 'Search the book',
    });
    const list = make('div', { id: 'search-results', class: 'search-results', role: 'listbox', 'aria-label': 'Results' });
    const said = make('p', { class: 'search-said', role: 'status' });
    const close = make('button', { type: 'button', class: 'search-close' }, 'Close');
    const dialog = make('dialog', { class: 'search', 'aria-label': 'Search the book' },
        make('div', { class: 'search-top' }, field, close), said, list);
    let chosen = -1;
    let shown = [];

    function open() {
        if (!dialog.open) {
            dialog.showModal();
        }
        field.focus();
        field.select();
        loadAll().then(update, update);
        load('names').then(update, () => {});
        update();
    }

    function update() {
        const query = field.value;
        if (index.names.length === 0) {
            said.textContent = failed.has('names') ? `The index of the search cannot be loaded. ${again}` : 'Loading the index…';
            return;
        }
        const { results, all } = search(query);
        const kept = chosen >= 0 ? keyOf(shown[chosen].found) : undefined;
        shown = results.slice(0, most);
        const words = wordsOf(query);
        list.replaceChildren(...shown.map((result, at) => option(result, at, words)));
        field.setAttribute('aria-expanded', String(shown.length > 0));
        choose(shown.findIndex(({ found }) => keyOf(found) === kept));
        said.textContent = announcement(words, results.length, all);
    }

    // To open the search is to ask for what could not be loaded once more.
    const again = 'Close the search and open it to try again.';

    function announcement(words, count, all) {
        const more = withoutText();
        if (words.length === 0) {
            return failed.has('text') ? more.trim() : 'Titles, listings, compiler errors, terms and the text of the book.';
        }
        if (count === 0) {
            return more === '' ? 'Nothing is found.' : `Nothing is found by its name.${more}`;
        }
        const number = `${count} ${count === 1 ? 'result' : 'results'}${count > most ? `, the best ${most} are shown` : ''}.`;
        return `${all ? number : `Nothing has all of these words. ${number}`}${more}`;
    }

    // What to know about results as long as the names alone answer.
    function withoutText() {
        if (index.texts.length > 0) {
            return '';
        }
        return failed.has('text') ? ` The text of the book cannot be loaded. ${again}` : ' The text of the book is still being loaded.';
    }

    function option({ found, line }, at, words) {
        const [, chapter] = index.pages[found.page];
        const where = found.kind === CHAPTER ? kinds[CHAPTER] : `${kinds[found.kind]} in ${chapter}`;
        const result = make('a', {
            id: `search-result-${at}`, class: 'search-result', role: 'option', 'aria-selected': 'false', tabindex: '-1',
            href: address(found, words),
        }, make('span', { class: 'search-title' }, ...marked(found.title, words)), make('span', { class: 'search-where' }, where));
        if (line !== '') {
            result.append(make('span', { class: 'search-snippet' }, ...marked(excerpt(line, words), words)));
        }
        result.addEventListener('click', event => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                follow(event, result.href, words);
            }
        });
        return result;
    }

    // The page, told what to look for, and the place on it.
    function address({ page, id }, words) {
        return `${root}${index.pages[page][0]}?find=${encodeURIComponent(words.join(' '))}#${id}`;
    }

    // About so many letters around the first word that is found.
    function excerpt(text, words) {
        const around = 70;
        const first = Math.min(...hits(text, words).map(([start]) => start), text.length);
        const from = first <= around ? 0 : text.indexOf(' ', first - around) + 1;
        const to = from + 3 * around >= text.length ? text.length : text.lastIndexOf(' ', from + 3 * around);
        return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
    }

    // Where words of the query begin and end in a text.
    function hits(text, words) {
        return [...text.matchAll(/[\p{L}\p{N}_]+/gu)].flatMap(match => {
            const word = words.filter(word => match[0].toLowerCase().startsWith(word)).sort((a, b) => b.length - a.length)[0];
            return word === undefined ? [] : [[match.index, match.index + word.length]];
        });
    }

    function marked(text, words) {
        const pieces = [];
        let at = 0;
        for (const [start, end] of hits(text, words)) {
            pieces.push(text.slice(at, start), make('mark', {}, text.slice(start, end)));
            at = end;
        }
        return [...pieces, text.slice(at)];
    }

    function choose(at) {
        chosen = at;
        [...list.children].forEach((result, place) => result.setAttribute('aria-selected', String(place === at)));
        if (at < 0) {
            field.removeAttribute('aria-activedescendant');
        } else {
            field.setAttribute('aria-activedescendant', list.children[at].id);
            list.children[at].scrollIntoView({ block: 'nearest' });
        }
    }

    field.addEventListener('input', () => {
        chosen = -1;
        update();
    });
    dialog.addEventListener('keydown', event => {
        // Its field has the focus until the next frame after it was closed; the page is what the reader sees by then.
        if (!dialog.open) {
            return;
        }
        // mdBook turns the page at an arrow key, unless it is pressed in a field.
        event.stopPropagation();
        if (event.isComposing || event.target !== field) {
            return;
        }
        const count = shown.length;
        const next = { ArrowDown: (chosen + 1) % count, ArrowUp: (Math.max(chosen, 0) - 1 + count) % count }[event.key];
        if (next !== undefined && count > 0) {
            event.preventDefault();
            choose(next);
        } else if (event.key === 'Enter' && count > 0) {
            event.preventDefault();
            list.children[Math.max(chosen, 0)].click();
        }
    });
    dialog.addEventListener('click', event => {
        // The ground behind the dialog is the dialog itself; its content covers the rest of it.
        if (event.target === dialog) {
            dialog.close();
        }
    });
    close.addEventListener('click', () => dialog.close());
    document.addEventListener('keydown', event => {
        const at = event.target instanceof Element ? event.target : document.body;
        const typing = !dialog.contains(at) && at.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]');
        if ((event.key === '/' || event.key === 's') && !event.ctrlKey && !event.metaKey && !event.altKey && !typing && !dialog.open) {
            event.preventDefault();
            open();
        }
    });

    // ---- The way to what was found ----

    // On the page that is open already there is nothing to load.
    function follow(event, href, words) {
        const to = new URL(href, location.href);
        dialog.close();
        if (to.origin === location.origin && to.pathname === location.pathname) {
            event.preventDefault();
            if (location.hash === to.hash) {
                document.getElementById(decodeURIComponent(to.hash.slice(1)))?.scrollIntoView();
            } else {
                location.hash = to.hash;
            }
            arrive(words);
        }
    }

    // Shows the words where they stand: marks them, and brings them on the screen if the start of the section is too far up.
    function arrive(words) {
        const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (target === null || words.length === 0) {
            return;
        }
        const blocks = blocksOf(target);
        const ranges = blocks.flatMap(block => rangesIn(block, words));
        if (typeof Highlight === 'function' && CSS.highlights !== undefined) {
            CSS.highlights.set('search', new Highlight(...ranges));
        }
        const has = block => words.filter(word => plain(block.textContent).includes(` ${word}`)).length;
        // The phrase, or else the block that has most of the words; the first of equals.
        const phrase = ` ${words.join(' ')}`;
        const best = blocks.reduce((best, block) => {
            const points = has(block) + (plain(block.textContent).includes(phrase) ? words.length : 0);
            return points > best.points ? { block, points } : best;
        }, { points: 0 }).block;
        if (best === undefined) {
            return;
        }
        for (let fold = best.closest('details:not([open])'); fold !== null; fold = fold.parentElement.closest('details:not([open])')) {
            // A summary is seen while the rest is folded.
            if (best.closest('summary')?.parentElement === fold) {
                break;
            }
            fold.open = true;
        }
        const { top, bottom } = best.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) {
            best.scrollIntoView({ block: 'center' });
        }
    }

    const readable = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, figcaption, summary, .line';

    // What can be read at a place: the figure, or the heading and all up to the next heading.
    function blocksOf(target) {
        if (!/^H[1-6]$/.test(target.tagName)) {
            return [target, ...target.querySelectorAll(readable)].filter(block => block.matches(readable));
        }
        const all = [...(target.closest('main') ?? document.body).querySelectorAll(readable)];
        const from = all.indexOf(target);
        const next = all.findIndex((block, at) => at > from && /^H[1-6]$/.test(block.tagName));
        return all.slice(from, next < 0 ? all.length : next).filter(block => !block.querySelector(readable));
    }

    function rangesIn(block, words) {
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const ranges = [];
        while (texts.nextNode()) {
            for (const [start, end] of hits(texts.currentNode.data, words)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, start);
                range.setEnd(texts.currentNode, end);
                ranges.push(range);
            }
        }
        return ranges;
    }

    function arriveFromElsewhere() {
        const words = wordsOf(new URLSearchParams(location.search).get('find') ?? '');
        if (words.length === 0) {
            return;
        }
        arrive(words);
        try {
            // The address as one would pass it on.
            history.replaceState(history.state, '', location.pathname + location.hash);
        } catch {
            // Some browsers refuse this to a page from the disk; then the words stay in the address.
        }
    }

    // ---- The button ----

    const button = make('button', {
        type: 'button', class: 'icon-button search-open', 'aria-haspopup': 'dialog', 'aria-keyshortcuts': '/ S',
        title: 'Search (/)', 'aria-label': 'Search the book',
    });
    button.innerHTML = '<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><circle cx="8.5" cy="8.5" r="5.5"/><path d="M12.7 12.7 18 18"/></svg>';
    button.addEventListener('click', open);
    // A pointer or the focus on the button says that somebody is about to search.
    for (const sign of ['pointerenter', 'focus', 'touchstart']) {
        button.addEventListener(sign, () => loadAll().catch(() => {}), { once: true, passive: true });
    }
    const place = document.getElementById('search-place') ?? document.querySelector('.menu-bar .left-buttons');
    if (place?.id === 'search-place') {
        place.replaceChildren(button);
    } else {
        place?.append(button);
    }
    document.body.append(dialog);
    if (document.readyState === 'complete') {
        arriveFromElsewhere();
    } else {
        // Only then do styles and fonts say where things are.
        addEventListener('load', () => requestAnimationFrame(arriveFromElsewhere));
    }
})();
