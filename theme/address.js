// Where an address leads on its page. The listings and the search both need it, and a book may have one without the other.
'use strict';

// Where the fragment of an address leads: nowhere if it was cut off amid a letter.
function elementAt(hash) {
    try {
        return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
        return null;
    }
}
