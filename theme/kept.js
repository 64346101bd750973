// What the pages keep in the reader's browser, and by which names. No other script makes a name, and none has to be ready for
// a browser that refuses to remember, or has no room: then what is kept is nothing.
//
//     mdbook-listings:WHAT               what the reader wants of every page: `predict-first`, `letters`
//     mdbook-listings:WHAT:BOOK WHICH    what the reader did in the book at this address: `read`, `place`, `found` of a listing's
//                                        board, `prediction` of a listing
//
// A page that is drawn by what the reader wants reads that before any script is there (tools/mdbook-listings/src/page.rs).
'use strict';

const kept = (() => {
    // A page that stands alone is no page of a book, and knows no way to one.
    const book = new URL((typeof path_to_root === 'undefined' ? '' : path_to_root) || './', document.baseURI).href;
    const ofBook = what => `mdbook-listings:${what}:${book} `;

    function attempt(storing) {
        try {
            return storing(localStorage);
        } catch {
            return null;
        }
    }

    // Whatever is on the same host may have written there, so what is parsed may be anything.
    const under = key => ({
        read: () => attempt(storage => storage.getItem(key)),
        parsed: () => attempt(storage => JSON.parse(storage.getItem(key))),
        keep: text => attempt(storage => storage.setItem(key, text)),
        forget: () => attempt(storage => storage.removeItem(key)),
    });

    // Forgets all that the reader did in this book, and tells whoever shows some of it.
    function forgetAll() {
        attempt(storage => {
            const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place));
            const what = key => /^mdbook-listings:([a-z]+):/.exec(key)?.[1];
            for (const key of keys.filter(key => what(key) && key.startsWith(ofBook(what(key))))) {
                storage.removeItem(key);
            }
        });
        document.dispatchEvent(new Event('forgotten'));
    }

    // Another window may have forgotten all. What was read and the place are removed for no other reason, and one of them may
    // not have been there.
    addEventListener('storage', ({ key, newValue }) => {
        if (key === null || (newValue === null && [ofBook('read'), ofBook('place')].includes(key))) {
            document.dispatchEvent(new Event('forgotten'));
        }
    });

    return {
        book,
        everywhere: what => under(`mdbook-listings:${what}`),
        inBook: (what, which = '') => under(ofBook(what) + which),
        forgetAll,
    };
})();
