// Divides the tall pictures of schedules while a page is printed. A picture goes to the next page as a whole, and half of the
// page before would be left empty.
'use strict';

(function paper() {
    // How much of a schedule stays together, in the units of its picture: a third of a page.
    const together = 380;

    // Where its rows are parted, so that the parts are of about the same height: the first begins below the names.
    const cuts = (rows, end) => {
        const [first] = rows;
        const parts = Math.ceil((end - first) / together);
        const nearest = at => rows.reduce((best, row) => (Math.abs(row - at) < Math.abs(best - at) ? row : best));
        const inner = Array.from({ length: parts - 1 }, (_, part) => nearest(first + (end - first) * (part + 1) / parts));
        return [...new Set([first, ...inner, end])];
    };

    // The parts of a picture, each below the names of the threads. The first alone has its words for a screen reader.
    const parts = picture => {
        const { width, height } = picture.viewBox.baseVal;
        const [head, ...ends] = cuts([...picture.querySelectorAll('.timeline-row')].map(row => row.y.baseVal.value), height);
        // Where a font is wider than the picture allows for, its words reach over the edge.
        const reach = 2 * width;
        return ends.map((end, place) => {
            const from = [head, ...ends][place];
            const part = picture.cloneNode(false);
            part.setAttribute('viewBox', `0 0 ${width} ${head + end - from}`);
            part.setAttribute('height', head + end - from);
            const rows = document.createElementNS(part.namespaceURI, 'svg');
            const box = { x: 0, y: head, width: reach, height: end - from, viewBox: `0 ${from} ${reach} ${end - from}` };
            Object.entries(box).forEach(([name, value]) => rows.setAttribute(name, value));
            rows.append(...picture.cloneNode(true).childNodes);
            const told = [...rows.querySelectorAll(':scope > :is(title, desc)')];
            const names = [...rows.querySelectorAll('.timeline-name')].map(name => {
                const thread = name.parentNode.cloneNode(false);
                thread.append(name);
                return thread;
            });
            if (place === 0) {
                part.append(...told);
            } else {
                told.forEach(words => words.remove());
                part.removeAttribute('role');
                part.setAttribute('aria-hidden', 'true');
            }
            part.append(...names, rows);
            return part;
        });
    };

    // What stands above a picture in its listing stays with the first part; a figure in a chapter has its caption beside it.
    const divide = picture => {
        const [first, ...others] = parts(picture);
        const siblings = [...picture.parentNode.childNodes];
        const above = picture.parentNode.matches('.schedules-figure') ? siblings.slice(0, siblings.indexOf(picture)) : [];
        const beginning = document.createElement('div');
        const column = document.createElement('div');
        column.className = 'timeline-parts';
        column.append(beginning, ...others);
        picture.replaceWith(column);
        beginning.append(...above, first);
        return () => column.replaceWith(...above, picture);
    };

    const undo = [];
    addEventListener('beforeprint', () => {
        // A browser may ask again before it has printed.
        if (undo.length === 0) {
            const pictures = [...document.querySelectorAll('.timeline')];
            undo.push(...pictures.filter(picture => picture.viewBox.baseVal.height > together).map(divide));
        }
    });
    addEventListener('afterprint', () => undo.splice(0).forEach(back => back()));
})();
