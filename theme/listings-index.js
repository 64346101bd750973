// Chooses from the index of listings: by words, verdict, part, and whether every schedule was explored. Without this script the
// whole index is there.
'use strict';

(function index() {
    const tables = [...document.querySelectorAll('.listings-index')];
    // The whole book on one page is there to be printed.
    if (!tables.length || !document.querySelector('.nav-chapters')) {
        return;
    }
    // As a keyboard has it.
    const folded = text => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');
    const rows = tables.flatMap(table => [...table.querySelectorAll('tbody tr')]).map(row => ({
        element: row,
        part: row.dataset.part,
        verdict: row.dataset.verdict,
        explored: 'explored' in row.dataset,
        // Its name as a program stands in its address.
        // It is called so everywhere in the book.
        words: folded(`Listing ${row.textContent} ${row.querySelector('.index-name a').hash}`),
    }));

    // A table with what stands above it, from its heading on.
    const sections = tables.map(table => {
        const elements = [table];
        for (let above = table.previousElementSibling; above; above = above.previousElementSibling) {
            elements.push(above);
            if (above.matches('h2')) {
                return { table, elements };
            }
        }
        return { table, elements: [table] };
    });

    function labelled(words, field, before = false) {
        const label = document.createElement('label');
        label.append(...before ? [field, words] : [words, field]);
        return label;
    }

    function choiceOf(all, name) {
        const select = document.createElement('select');
        select.append(new Option(all, ''), ...[...new Set(rows.map(row => row[name]))].map(value => new Option(value)));
        return select;
    }

    const form = document.createElement('form');
    form.className = 'index-filter';
    form.setAttribute('aria-label', 'Choose from the listings');
    const words = Object.assign(document.createElement('input'), { type: 'search', spellcheck: false });
    const verdict = choiceOf('Any verdict', 'verdict');
    const part = choiceOf('Any part', 'part');
    const explored = Object.assign(document.createElement('input'), { type: 'checkbox' });
    const all = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Show all' });
    const count = document.createElement('p');
    count.setAttribute('role', 'status');
    form.append(labelled('Words', words), labelled('Verdict', verdict), labelled('Part', part),
        labelled('Explored only', explored, true), all, count);

    function choose() {
        const wanted = folded(words.value).split(' ').filter(Boolean);
        let shown = 0;
        for (const row of rows) {
            const fits = wanted.every(word => row.words.includes(word))
                && (!verdict.value || row.verdict === verdict.value)
                && (!part.value || row.part === part.value)
                && (!explored.checked || row.explored);
            row.element.hidden = !fits;
            shown += fits ? 1 : 0;
        }
        for (const { table, elements } of sections) {
            const isEmpty = !table.querySelector('tbody tr:not([hidden])');
            const link = document.querySelector(`.page-contents a[href="#${elements.at(-1).id}"]`);
            for (const element of [...elements, ...link ? [link.closest('li')] : []]) {
                element.hidden = isEmpty;
            }
        }
        form.classList.toggle('filters', shown < rows.length);
        count.textContent = shown === rows.length ? `All ${shown} listings` : `${shown} of ${rows.length} listings`;
    }

    form.addEventListener('input', choose);
    all.addEventListener('click', () => {
        form.reset();
        choose();
    });
    form.addEventListener('submit', event => event.preventDefault());
    sections[0].elements.at(-1).before(form);
    choose();
    // A browser may bring back what was in the fields.
    addEventListener('pageshow', choose);
})();
