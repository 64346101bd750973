// Search: a button, a dialog with a field, a list of what is found, and the way to it on the page where it stands.
//
// The index is two scripts that the book's backend writes (tools/mdbook-site/src/search.rs): `search/names.js`, what
// things are called and the code that ranks them, and `search/text.js`, the words of the sections and the code of the
// listings. Both are loaded when the reader reaches for the search and not before; the names come first and answer alone
// until the text is there. How results are ranked is for tools/mdbook-site/src/search/ranking.js to say.
(() => {
    'use strict';

    // What the kinds of entries are called.
    const kinds = {
        chapter: 'Chapter', section: 'Section', listing: 'Listing', error: 'Compiler error', misconception: 'Misconception',
        term: 'Term', item: 'Standard library', label: 'The compiler says', message: 'A program says',
    };
    const most = 20;
    const root = typeof path_to_root === 'undefined' ? '' : path_to_root;

    // Words of letters, digits and underscores, in small letters.
    const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

    // ---- The index ----

    let ranking;
    let index;
    let isWhole = false;
    const waiting = {};
    const failed = new Set();
    // So many texts are read at once; between them the reader may type.
    const slice = 50;

    // Called by the scripts of the index.
    window.mdbookSiteSearch = (step, content) => {
        if (step === 'ranking') {
            ranking = content;
        } else if (step === 'names') {
            index = new ranking.Index(content);
        } else {
            readTexts(content);
        }
    };

    async function readTexts(texts) {
        for (let at = 0; at < texts.length; at += slice) {
            index.readTexts(texts.slice(at, at + slice));
            await new Promise(done => setTimeout(done));
        }
        index.rate();
        isWhole = true;
        update();
    }

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
        if (index === undefined) {
            said.textContent = failed.has('names') ? `The search index can’t be loaded. ${again}` : 'Loading the index…';
            return;
        }
        const found = index.search(field.value);
        const kept = chosen >= 0 ? shown[chosen].entry : undefined;
        shown = found.results.slice(0, most);
        list.replaceChildren(...shown.map((result, at) => option(result, at, index.shown(result, found))));
        field.setAttribute('aria-expanded', String(shown.length > 0));
        choose(shown.findIndex(({ entry }) => entry === kept));
        said.textContent = announcement(found);
    }

    // To open the search is to ask for what could not be loaded once more.
    const again = 'Close the search and open it to try again.';

    function announcement({ parts, results, isComplete, corrected }) {
        const more = withoutText();
        if (parts.length === 0) {
            return failed.has('text') ? more.trim() : 'Finds titles, listings, errors, messages, terms and the text of the book.';
        }
        if (results.length === 0) {
            return more === '' ? 'Nothing found.' : `Nothing found among the names.${more}`;
        }
        const count = results.length;
        const number = `${count} ${count === 1 ? 'result' : 'results'}${count > most ? `, of which these are the best ${most}` : ''}.`;
        const read = corrected.map(([word, others]) => `“${word}” was taken for ${others.map(other => `“${other}”`).join(' or ')}. `);
        return `${isComplete ? '' : 'Nothing has all of these words. '}${read.join('')}${number}${more}`;
    }

    // What to know about results as long as the names alone answer.
    function withoutText() {
        if (isWhole) {
            return '';
        }
        return failed.has('text') ? ` The text of the book can’t be loaded. ${again}` : ' The text of the book is still loading.';
    }

    function option({ entry }, at, { words, line }) {
        const [, chapter] = index.pages[entry.page];
        // Where the name of the page would only say the kind once more, the kind is enough.
        const isPlain = ['chapter', 'error', 'misconception', 'term'].includes(entry.kind);
        const result = make('a', {
            id: `search-result-${at}`, class: 'search-result', role: 'option', 'aria-selected': 'false', tabindex: '-1',
            href: address(entry, words),
        },
        make('span', { class: 'search-title' }, ...marked(entry.title, words)),
        make('span', { class: 'search-where' }, make('span', { class: 'search-kind' }, kinds[entry.kind]),
            isPlain ? '' : ` in ${chapter}`));
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
        const find = words.length > 0 ? `?find=${encodeURIComponent(words.join(' '))}` : '';
        return `${root}${index.pages[page][0]}${find}#${id}`;
    }

    // About so many letters around the first word that is found.
    function excerpt(text, words) {
        const around = 70;
        const first = Math.min(...hits(text, words).map(([start]) => start), text.length);
        const from = first <= around ? 0 : text.indexOf(' ', first - around) + 1;
        const to = from + 3 * around >= text.length ? text.length : text.lastIndexOf(' ', from + 3 * around);
        return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
    }

    // Where the words begin and end in a text.
    function hits(text, words) {
        const all = [...text.matchAll(/[\p{L}\p{N}_]+/gu)].filter(([word]) => words.includes(word.toLowerCase()));
        return all.map(({ 0: word, index }) => [index, index + word.length]);
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
                elementAt(to.hash)?.scrollIntoView();
            } else {
                location.hash = to.hash;
            }
            arrive(words);
        }
    }

    // So near the top or the bottom of the window, in pixels, what was found is brought to its middle.
    const edge = 80;

    // Shows the words where they stand: marks them, and brings them on the screen if the start of the section is too far up.
    function arrive(words) {
        const target = elementAt(location.hash);
        if (target === null || words.length === 0) {
            return;
        }
        const blocks = blocksOf(target);
        const ranges = blocks.flatMap(block => rangesIn(block, words));
        if (typeof Highlight === 'function' && CSS.highlights !== undefined) {
            CSS.highlights.set('search', new Highlight(...ranges));
        }
        // The phrase, or else the block that has most of the words; the first of equals.
        const phrase = ` ${words.join(' ')} `;
        const best = blocks.reduce((best, block) => {
            // The last word of a cell and the first of the next are two.
            const has = wordsOf(block.matches('tr') ? [...block.cells].map(cell => cell.textContent).join(' ') : block.textContent);
            const points = words.filter(word => has.includes(word)).length + (` ${has.join(' ')} `.includes(phrase) ? words.length : 0);
            return points > best.points ? { block, points } : best;
        }, { points: 0 }).block;
        if (best === undefined) {
            return;
        }
        // Whoever keeps it from being seen lets it be seen.
        best.dispatchEvent(new CustomEvent('sought', { bubbles: true }));
        for (let fold = best.closest('details:not([open])'); fold !== null; fold = fold.parentElement.closest('details:not([open])')) {
            // A summary is seen while the rest is folded.
            if (best.closest('summary')?.parentElement === fold) {
                break;
            }
            fold.open = true;
        }
        // Under the bar at the top nothing is seen, and what stands at an edge may still move beyond it as the page settles.
        const { top, bottom } = best.getBoundingClientRect();
        if (top < edge || bottom > innerHeight - edge) {
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
