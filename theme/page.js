// What a page does by itself: opens and closes the contents, keeps keys to what has the focus, remembers where the reader
// was, and gets ready to be printed. Without this script the page says the same.
'use strict';

// A browser that loads a page again on the way back ticks its boxes as they were left, whatever was chosen since and after
// the scripts have run. HTML has no autocomplete for boxes, but browsers go by it.
(function boxes() {
    for (const box of document.querySelectorAll('input[type="checkbox"]')) {
        box.autocomplete = 'off';
    }
})();

// The contents. mdBook has them opened by a label; here a button does it, which the keyboard reaches. On a phone they cover
// the page, so going back to the page closes them.
(function contents() {
    const html = document.documentElement;
    const box = document.getElementById('mdbook-sidebar-toggle-anchor');
    const toggle = document.getElementById('mdbook-sidebar-toggle');
    const sidebar = document.getElementById('mdbook-sidebar');
    const covers = window.matchMedia('(max-width: 619px)');
    const turn = open => {
        box.checked = open;
        box.dispatchEvent(new Event('change'));
    };
    const coversNow = () => covers.matches && box.checked;

    toggle.addEventListener('click', event => {
        turn(!box.checked);
        // Somebody at a keyboard (whose clicks have no detail) wants to go on in the contents; so does a phone.
        if (box.checked && (covers.matches || event.detail === 0)) {
            (sidebar.querySelector('a.active') ?? sidebar.querySelector('a')).focus();
        }
    });
    sidebar.addEventListener('keydown', event => {
        if (event.key === 'Escape' && box.checked) {
            turn(false);
            toggle.focus();
        }
    });
    const page = document.getElementById('mdbook-page-wrapper');
    for (const back of ['focusin', 'click']) {
        page.addEventListener(back, event => {
            if (coversNow() && !toggle.contains(event.target)) {
                turn(false);
            }
        });
    }
    // So does making the window narrow, or its text large; what was open opens again when there is room.
    let openBefore = false;
    covers.addEventListener('change', () => {
        if (covers.matches) {
            openBefore = box.checked;
            turn(false);
        } else if (openBefore) {
            turn(true);
        }
    });
    // A swipe changes only the class.
    new MutationObserver(() => {
        box.checked = html.classList.contains('sidebar-visible');
        if (box.checked) {
            sidebar.style.display = '';
        }
    }).observe(html, { attributeFilter: ['class'] });
})();

// mdBook's script scrolls the contents to this chapter's line, and in Chromium from version 148 on the Tab key then goes on
// from there. On a page of which no section was asked for, it begins at the beginning.
(function beginning() {
    const { activeElement, body } = document;
    if (location.hash === '' && activeElement === body) {
        body.tabIndex = -1;
        body.focus({ preventScroll: true });
        body.blur();
        body.removeAttribute('tabindex');
    }
})();

// The page for what is not found has a base address, against which the skip link's would be taken.
(function skip() {
    document.getElementById('skip-link').addEventListener('click', event => {
        event.preventDefault();
        document.getElementById('mdbook-main').focus();
    });
})();

// The choice of a theme says which one is chosen; mdBook shows it by a class alone.
(function themes() {
    const list = document.getElementById('mdbook-theme-list');
    const tell = () => {
        for (const theme of list.querySelectorAll('.theme')) {
            theme.setAttribute('aria-checked', theme.classList.contains('theme-selected'));
        }
    };
    tell();
    list.addEventListener('click', tell);
    // A page that one goes back to is as it was left, and another theme may have been chosen since.
    const chosen = () => localStorage.getItem('mdbook-theme');
    let shown = chosen();
    list.addEventListener('click', () => { shown = chosen(); });
    addEventListener('pageshow', () => {
        if (shown !== chosen()) {
            location.reload();
        }
    });
})();

// Keys. mdBook turns the page at every left and right arrow, wherever the focus is; and nobody can switch off the keys that
// are one character, which somebody who speaks to the computer must be able to.
(function keys() {
    const help = document.getElementById('mdbook-help');
    const letters = document.getElementById('mdbook-help-letters');
    const wanted = kept.everywhere('letters');
    const asChosen = () => { letters.checked = wanted.read() !== 'no'; };
    asChosen();
    addEventListener('pageshow', asChosen);
    letters.addEventListener('change', () => wanted.keep(letters.checked ? 'yes' : 'no'));
    document.getElementById('mdbook-help-toggle').addEventListener('click', () => help.showModal());

    const turnsPages = target => target === document.body || target.id === 'mdbook-main'
        || target.matches('a[href]') && !target.closest('pre, [tabindex="0"]');

    // mdBook listens on the document, which is above this element; what is below has had the key already.
    document.documentElement.addEventListener('keydown', event => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) {
            return;
        }
        // As the search sees it (search.js): a box that is ticked is no field to type in.
        const typing = event.target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]');
        if (help.open || !letters.checked && !typing && /^[?/s]$/i.test(event.key)) {
            event.stopPropagation();
        } else if (event.key === '?' && !typing) {
            event.preventDefault();
            event.stopPropagation();
            help.showModal();
        } else if (/^Arrow(Left|Right)$/.test(event.key) && !turnsPages(event.target)) {
            event.stopPropagation();
        }
    });
})();

// The place where the reader was: kept when a chapter is left, offered on the first page.
(function place() {
    if (!document.querySelector('.nav-chapters')) {
        return;
    }
    const place = kept.inBook('place');
    const main = document.getElementById('mdbook-main');
    if (document.querySelector('.nav-chapters.previous')) {
        // Who has had all forgotten, and reads no further, is nowhere.
        let isSomewhere = true;
        document.addEventListener('forgotten', () => { isSomewhere = false; });
        addEventListener('scroll', () => { isSomewhere = true; }, { passive: true });
        addEventListener('pagehide', () => {
            if (!isSomewhere) {
                return;
            }
            // The menu bar takes some of the window.
            // What is folded away is nowhere.
            const passed = [...main.querySelectorAll(':is(h2, h3, figure)[id]')]
                .filter(it => !it.closest('details:not([open])') && it.getBoundingClientRect().top < 80);
            place.keep(JSON.stringify({
                address: location.href.slice(kept.book.length).split(/[?#]/)[0],
                title: main.querySelector('h1').textContent,
                id: passed.at(-1)?.id ?? '',
            }));
        });
        return;
    }
    const offer = () => {
        main.querySelector('.place')?.remove();
        const at = place.parsed();
        if (['address', 'title', 'id'].every(name => typeof at?.[name] === 'string')) {
            const link = document.createElement('a');
            link.href = `${kept.book}${at.address}#${at.id}`;
            link.textContent = `Continue where you were: ${at.title}`;
            const paragraph = document.createElement('p');
            paragraph.className = 'place';
            paragraph.append(link);
            main.prepend(paragraph);
        }
    };
    offer();
    addEventListener('pageshow', offer);
})();

// What is too wide scrolls, and so the keyboard must reach it.
(function frames() {
    const names = [['.table-wrapper', 'Table'], ['#mdbook-main > pre', 'Code']];
    const reach = () => {
        for (const [frames, name] of names) {
            for (const frame of document.querySelectorAll(frames)) {
                const scrolls = frame.scrollWidth > frame.clientWidth;
                for (const [attribute, value] of [['tabindex', 0], ['role', 'group'], ['aria-label', name]]) {
                    if (scrolls) {
                        frame.setAttribute(attribute, value);
                    } else {
                        frame.removeAttribute(attribute);
                    }
                }
            }
        }
    };
    reach();
    addEventListener('resize', reach);
})();

// Printing. The contents of the book on one page lead to its chapters, of which each has one first heading; what is folded
// is unfolded; and what cannot be wrapped is set smaller until it fits.
(function printing() {
    const chapters = document.querySelectorAll('#mdbook-main > h1');
    document.querySelectorAll('.print-contents a').forEach((link, place) => {
        link.href = `#${chapters[place].id}`;
    });

    const columns = pre => Math.max(...[...pre.querySelectorAll('.line:not(.prose)')].map(line => line.textContent.length));
    const folded = [];
    addEventListener('beforeprint', () => {
        folded.push(...document.querySelectorAll('#mdbook-main details:not([open], .scheduler, .choices > *)'));
        folded.forEach(details => { details.open = true; });
        for (const pre of document.querySelectorAll('.listing pre:has(.line:not(.prose))')) {
            // Line numbers and margins take ten columns.
            pre.style.setProperty('--columns', Math.max(90, columns(pre) + 10));
        }
    });
    addEventListener('afterprint', () => {
        folded.splice(0).forEach(details => { details.open = false; });
    });
})();
