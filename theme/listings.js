// The two buttons of a listing. The page says everything without this script; then the buttons stay hidden.
'use strict';

(function listings() {
    function copy(text, said) {
        const tell = words => {
            said.textContent = words;
            window.setTimeout(() => { said.textContent = ''; }, 4000);
        };
        // A page read from the disk has a clipboard in some browsers only.
        if (!navigator.clipboard) {
            tell(copyBySelection(text) ? 'Copied' : 'This browser does not let the page copy');
            return;
        }
        navigator.clipboard.writeText(text).then(
            () => tell('Copied'),
            () => tell(copyBySelection(text) ? 'Copied' : 'This browser does not let the page copy'),
        );
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
        const said = listing.querySelector('.listing-said');
        const button = (name, text) => {
            const element = listing.querySelector(name);
            element.hidden = false;
            element.addEventListener('click', () => copy(text(), said));
        };
        button('.listing-copy', () => listing.querySelector('.listing-code code').textContent);
        button('.listing-copy-program', () => wholeFile(listing));
    }
})();
