// The buttons of a listing, and the switch with which a reader predicts first. The page says everything without this
// script; then the buttons stay hidden.
'use strict';

(function listings() {
    // Says something for four seconds, in place of what it said before.
    function teller(said) {
        let timer;
        return words => {
            window.clearTimeout(timer);
            said.textContent = words;
            timer = window.setTimeout(() => { said.textContent = ''; }, 4000);
        };
    }

    function copy(text, tell) {
        // The same words are announced again only where they were gone.
        tell('');
        const told = hasCopied => tell(hasCopied ? 'Copied' : 'This browser doesn’t let the page copy');
        // A page read from the disk has a clipboard in some browsers only.
        if (!navigator.clipboard) {
            told(copyBySelection(text));
            return;
        }
        navigator.clipboard.writeText(text).then(() => told(true), () => told(copyBySelection(text)));
    }

    function copyBySelection(text) {
        const area = document.createElement('textarea');
        area.value = text;
        area.setAttribute('readonly', '');
        area.style.position = 'fixed';
        area.style.opacity = '0';
        const focused = document.activeElement;
        document.body.append(area);
        area.select();
        const copied = document.execCommand('copy');
        area.remove();
        if (focused) {
            focused.focus();
        }
        return copied;
    }

    // The address of "Save file" is a data URL, which holds the whole file.
    function wholeFile(listing) {
        const address = listing.querySelector('.listing-whole').getAttribute('href');
        return decodeURIComponent(address.slice(address.indexOf(',') + 1));
    }

    for (const listing of document.querySelectorAll('.listing')) {
        const tell = teller(listing.querySelector('.listing-said'));
        const button = (name, text) => {
            const element = listing.querySelector(name);
            element.addEventListener('click', () => copy(text(), tell));
        };
        button('.listing-copy', () => listing.querySelector('.listing-code code').textContent);
        button('.listing-copy-program', () => wholeFile(listing));
        listing.querySelector('.listing-look button')?.addEventListener('click', () => look(listing));
    }

    // Shows what a listing does, and leads a reader with a keyboard there.
    function look(listing) {
        listing.classList.add('looked');
        const evidence = listing.querySelector(':scope > .listing-evidence');
        evidence.tabIndex = -1;
        evidence.focus({ preventScroll: true });
    }

    // Predict first, on every page, as long as the reader wants it.
    const wanted = kept.everywhere('predict-first');
    const root = document.documentElement;
    const switches = document.querySelectorAll('.page-predict-switch');
    const predict = yes => {
        root.classList.toggle('predict-first', yes);
        for (const one of switches) {
            one.checked = yes;
        }
        for (const looked of document.querySelectorAll('.listing.looked')) {
            looked.classList.remove('looked');
        }
    };
    predict(root.classList.contains('predict-first'));
    for (const one of switches) {
        one.addEventListener('change', () => {
            predict(one.checked);
            wanted.keep(one.checked ? 'yes' : 'no');
            known = wanted.read();
        });
    }
    // On paper nobody can ask for more.
    window.addEventListener('beforeprint', () => root.classList.remove('predict-first'));
    window.addEventListener('afterprint', () => root.classList.toggle('predict-first', [...switches].some(one => one.checked)));
    // A page that one goes back to is as it was left, and the reader may have chosen otherwise since.
    let known = wanted.read();
    window.addEventListener('pageshow', () => {
        if (switches.length > 0 && known !== wanted.read()) {
            known = wanted.read();
            predict(known === 'yes');
        }
    });

    // A link may lead to what is hidden.
    function lookAtTarget() {
        const target = elementAt(window.location.hash);
        const hidden = target?.closest('.listing-evidence');
        if (hidden && target !== hidden) {
            hidden.closest('.listing').classList.add('looked');
            target.scrollIntoView();
        }
    }
    window.addEventListener('hashchange', lookAtTarget);
    lookAtTarget();
    // So may a search (search.js).
    document.addEventListener('sought', event => {
        event.target.closest('figcaption, .choice-answer, .listing-evidence')?.closest('.listing').classList.add('looked');
    });
})();
