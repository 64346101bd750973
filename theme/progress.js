// Marks in the contents: which chapters were read, how many outcomes of their boards were found, and which are on a path.
// All of it stays in this browser. Without this script a page says nothing of it.
'use strict';

(function progress() {
    const pages = kept.inBook('read');
    const list = place => {
        const value = place.parsed();
        return Array.isArray(value) ? value : [];
    };
    const found = listing => list(kept.inBook('found', listing)).length;
    const addressOf = href => href.startsWith(kept.book) ? href.slice(kept.book.length).split(/[?#]/)[0] : '';

    // What the book knows of its chapters, once that is there.
    let chapters = {};

    function mark(name, title, words) {
        const element = document.createElement('span');
        element.className = name;
        element.title = title;
        const told = document.createElement('span');
        told.textContent = ` (${words})`;
        element.append(told);
        return element;
    }

    // The marks of a chapter, in the order in which they stand.
    function marks(address, read) {
        const { paths = [], boards = {} } = chapters[address] ?? {};
        const all = Object.values(boards).reduce((sum, outcomes) => sum + outcomes, 0);
        const those = Object.entries(boards).reduce((sum, [listing, outcomes]) => sum + Math.min(found(listing), outcomes), 0);
        const made = paths.map(path => mark('path-mark', `On the ${path} path`, `on the ${path} path`));
        if (those > 0) {
            const words = `${those} of ${all} outcomes found`;
            const element = mark('found-mark', words, words);
            element.dataset.found = `${those}/${all}`;
            made.push(element);
        }
        if (read.includes(address)) {
            made.push(mark('read-mark', 'Read', 'read'));
        }
        return made;
    }

    function show() {
        const read = list(pages);
        for (const old of document.querySelectorAll('.progress-marks')) {
            old.remove();
        }
        for (const link of document.querySelectorAll('#mdbook-sidebar a[href], .ways-part a[href]')) {
            const made = marks(addressOf(link.href), read);
            if (made.length) {
                const element = document.createElement('span');
                element.className = 'progress-marks';
                element.append(...made);
                link.after(element);
            }
        }
    }

    // A chapter is read once its last section has been on the screen.
    function watch() {
        const end = document.getElementById('remember');
        // The whole book on one page has many of them.
        if (!end || !document.querySelector('.nav-chapters')) {
            return;
        }
        const observer = new IntersectionObserver(seen => {
            if (!seen.some(it => it.isIntersecting)) {
                return;
            }
            observer.disconnect();
            const address = addressOf(location.href);
            const read = list(pages);
            if (!read.includes(address)) {
                pages.keep(JSON.stringify([...read, address]));
            }
            show();
        });
        observer.observe(end);
    }

    for (const element of document.querySelectorAll('.forget')) {
        element.hidden = false;
        element.querySelector('button').addEventListener('click', () => {
            kept.forgetAll();
            element.querySelector('[role="status"]').textContent = 'Forgotten.';
        });
    }

    // Its data comes as a script, which a page from the disk may load as well.
    window.mdbookSiteProgress = data => {
        chapters = data;
        show();
        watch();
    };
    const script = document.createElement('script');
    script.src = `${kept.book}progress.js`;
    document.body.append(script);

    addEventListener('pageshow', show);
    document.addEventListener('forgotten', show);
    // A board says how many of its outcomes were found.
    const score = new MutationObserver(show);
    for (const element of document.querySelectorAll('.scheduler-score')) {
        score.observe(element, { childList: true });
    }
})();
