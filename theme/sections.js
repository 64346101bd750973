// The sections of the page. Where they stand in the margin (page.css) the one that is being read is marked; and as long as a
// figure that needs the margin passes, they step aside. Without this script they are a list of links.
'use strict';

(function sections() {
    const list = document.querySelector('.page-contents');
    if (!list || document.querySelector('.print-contents')) {
        return;
    }
    const links = [...list.querySelectorAll('a')].filter(link => elementAt(link.hash));
    const headings = links.map(link => elementAt(link.hash));
    // The index of listings hides sections of which nothing is left.
    const shown = () => headings.filter(heading => heading.getClientRects().length);
    const figures = document.querySelectorAll('main > .listing-fails');
    const top = element => element.getBoundingClientRect().top;

    // The last one whose heading is in the upper part of the window. Those at the end of the page never get there.
    function current() {
        const { scrollHeight, clientHeight } = document.documentElement;
        if (scrollHeight > clientHeight && scrollY + clientHeight >= scrollHeight - 2) {
            const seen = shown().filter(heading => top(heading) < clientHeight);
            const sought = elementAt(location.hash);
            return seen.includes(sought) && top(sought) >= 0 ? sought : seen.at(-1);
        }
        return shown().findLast(heading => top(heading) < Math.max(120, clientHeight / 5));
    }

    function isCovered() {
        const here = list.getBoundingClientRect();
        return [...figures].map(figure => figure.getBoundingClientRect())
            .some(figure => figure.right > here.left && figure.top < here.bottom + 12 && figure.bottom > here.top - 12);
    }

    function follow() {
        waits = false;
        const inMargin = getComputedStyle(list).position === 'sticky';
        list.classList.toggle('aside', inMargin && isCovered());
        const now = inMargin ? links[headings.indexOf(current())] : undefined;
        if (now === links.find(link => link.ariaCurrent)) {
            return;
        }
        links.forEach(link => link.removeAttribute('aria-current'));
        if (now) {
            now.setAttribute('aria-current', 'location');
            // A long list scrolls by itself.
            const [link, box] = [now.getBoundingClientRect(), list.getBoundingClientRect()];
            list.scrollTop += Math.max(0, link.bottom - box.bottom + 24) - Math.max(0, box.top + 48 - link.top);
        }
    }

    let waits = false;
    const soon = () => {
        if (!waits) {
            waits = true;
            requestAnimationFrame(follow);
        }
    };
    for (const change of ['scroll', 'resize', 'hashchange', 'pageshow']) {
        addEventListener(change, soon, { passive: true });
    }
    // What is unfolded moves what is below it; what is answered may grow into the margin.
    new ResizeObserver(soon).observe(document.getElementById('mdbook-main'));
    figures.forEach(figure => new ResizeObserver(soon).observe(figure));
    follow();
})();
