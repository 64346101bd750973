// What a reader expects of a listing before looking: the choice is kept, compared, and taken back when asked to; with
// *Predict first* what stands behind the listing is folded until then; and on paper the answers stand at the chapter's end.
// Without this script a choice holds as long as it is open.
'use strict';

(function predictions() {
    const main = document.getElementById('mdbook-main') ?? document.body;
    const asked = [...document.querySelectorAll('.listing-asked')];
    const choicesOf = figure => [...figure.querySelectorAll(':scope > .choices > .choice')];
    const words = choice => choice.querySelector('summary').textContent.trim();
    const prediction = figure => kept.inBook('prediction', figure.id);

    function element(name, className, ...content) {
        const made = document.createElement(name);
        made.className = className;
        made.append(...content);
        return made;
    }

    // The first choice is the reader's; those that are opened later are read.
    function choose(figure, choice) {
        choice.classList.add('chosen');
        figure.classList.add('answered');
        if (prediction(figure).read() !== null) {
            remembered.add(figure);
        }
        const told = choice.querySelector('.choice-words').cloneNode(true);
        told.querySelectorAll('br').forEach(line => line.replaceWith(' | '));
        const again = element('button', 'choice-again', 'Guess again');
        again.type = 'button';
        again.setAttribute('aria-label', `Guess again: ${figure.querySelector('.listing-number').textContent}`);
        again.addEventListener('click', () => {
            guessAgain(figure);
            choicesOf(figure)[0].querySelector('summary').focus();
        });
        figure.querySelector('.choices').append(element('p', 'choice-made', element('span', '', 'You chose: ', told), again));
        count();
    }

    function guessAgain(figure) {
        prediction(figure).forget();
        remembered.delete(figure);
        figure.classList.remove('answered', 'looked');
        figure.querySelector('.chosen').classList.remove('chosen');
        figure.querySelector('.choice-made').remove();
        for (const open of figure.querySelectorAll('.choices > [open]')) {
            open.open = false;
        }
        count();
    }

    // A page that the browser brings back was not there when all was forgotten, on another one or in another window.
    const remembered = new Set();
    window.addEventListener('pageshow', () => {
        const forgotten = figure => remembered.has(figure) && prediction(figure).read() === null;
        asked.filter(figure => figure.matches('.answered') && forgotten(figure)).forEach(guessAgain);
    });
    document.addEventListener('forgotten', () => asked.filter(figure => figure.matches('.answered')).forEach(guessAgain));

    // At the foot of the page, how many of the reader's choices were right.
    const foot = document.querySelectorAll('.page-verification');
    const counted = element('p', 'choices-counted');
    function count() {
        const made = document.querySelectorAll('.choice.chosen').length;
        const right = document.querySelectorAll('.choice-right.chosen').length;
        const ofThem = right === made ? 'all' : right === 0 ? 'none' : right;
        counted.textContent = `So far, ${ofThem} of your ${made} predictions on this page ${right === 1 ? 'was' : 'were'} right.`;
        if (made > 1 && foot.length === 1) {
            foot[0].prepend(counted);
        } else {
            counted.remove();
        }
    }

    for (const figure of asked) {
        const before = prediction(figure).read();
        const choice = choicesOf(figure).find(one => words(one) === before);
        if (choice) {
            choice.open = true;
            choose(figure, choice);
        }
        for (const one of choicesOf(figure)) {
            // A key is a click as well. What the browser opens, to show words that it has found, is no choice.
            let clicked = false;
            one.querySelector('summary').addEventListener('click', () => { clicked = !one.open; });
            one.addEventListener('toggle', () => {
                // Whoever was led to what it does makes no guess any more.
                if (one.open && !figure.matches('.answered, .looked')) {
                    if (clicked) {
                        prediction(figure).keep(words(one));
                        choose(figure, one);
                    } else {
                        figure.classList.add('looked');
                    }
                }
                clicked = false;
            });
        }
    }

    // What stands behind a listing that asks, up to the next heading or listing.
    const isAnswered = figure => figure.matches('.answered, .looked') || figure.querySelector(':scope > .choices > [open]');
    const numbers = ['', 'One paragraph is', 'Two paragraphs are', 'Three paragraphs are', 'Four paragraphs are'];
    const folds = new Map();
    for (const figure of asked) {
        const behind = [];
        for (let next = figure.nextElementSibling; next; next = next.nextElementSibling) {
            if (next.matches('h1, h2, h3, h4, .listing, .answer, footer, nav')) {
                break;
            }
            behind.push(next);
        }
        if (behind.length > 0) {
            const only = behind.every(one => one.matches('p')) && numbers[behind.length];
            const note = element('p', 'choice-folds', `${only || 'What follows is'} folded until you’ve chosen.`);
            figure.after(note);
            folds.set(figure, { behind, note });
        }
    }
    function fold() {
        for (const [figure, { behind, note }] of folds) {
            const yes = !isAnswered(figure);
            note.hidden = !yes;
            behind.forEach(one => one.classList.toggle('folded', yes));
        }
    }
    // A listing may be answered by its choices, by a link to its evidence, or no longer.
    for (const figure of asked) {
        new MutationObserver(fold).observe(figure, { attributeFilter: ['class', 'open'], subtree: true });
    }
    fold();
    // A link may lead to what is folded, and so may a search.
    function unfold(target) {
        const folded = target?.closest('.folded');
        for (const [figure, { behind }] of folds) {
            if (folded && behind.includes(folded)) {
                figure.classList.add('looked');
                fold();
            }
        }
        return folded;
    }
    function lookAtTarget() {
        const target = elementAt(location.hash);
        if (unfold(target)) {
            target.scrollIntoView();
        }
    }
    document.addEventListener('sought', event => unfold(event.target));
    addEventListener('hashchange', lookAtTarget);
    lookAtTarget();

    // On paper: choices with letters in their place, and what answers them at the end of the chapter. What is moved goes
    // back to where a comment has kept its place.
    const moved = [];
    const printed = [];
    function move(node, to) {
        const place = document.createComment('');
        node.replaceWith(place);
        to.append(node);
        moved.push([node, place]);
    }

    function answersOf(figure) {
        const verdict = [...figure.classList].filter(one => !/^(listing-asked|posed|answered|looked)$/.test(one)).join(' ');
        const answer = element('div', `${verdict} printed-answer`);
        const link = element('a', 'listing-number', figure.querySelector('.listing-number').textContent);
        link.href = `#${figure.id}`;
        const caption = element('p', 'printed-caption', link, ' ', figure.querySelector('.listing-caption').cloneNode(true));
        const list = element('ol', 'printed-choices');
        for (const choice of choicesOf(figure)) {
            const item = element('li', '');
            move(choice.querySelector('.choice-answer'), item);
            list.append(item);
        }
        answer.append(caption, ...(list.children.length > 0 ? [list] : []));
        move(figure.querySelector('.listing-evidence'), answer);
        return answer;
    }

    function answerTo(details) {
        const question = element('p', 'printed-question', details.previousElementSibling.textContent);
        const answer = element('div', 'printed-answer', question);
        for (const node of [...details.childNodes].filter(node => node.nodeName !== 'SUMMARY')) {
            move(node, answer);
        }
        return answer;
    }

    addEventListener('beforeprint', () => {
        // A browser may ask again before it has printed.
        if (printed.length > 0) {
            return;
        }
        // What is asked in an answer is printed with it, and open.
        const questions = document.querySelectorAll('#mdbook-main details.answer');
        const ends = new Map();
        for (const node of [...asked.filter(figure => !figure.closest('.answer')), ...questions]) {
            const end = [...foot].find(one => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? null;
            ends.set(end, [...(ends.get(end) ?? []), node]);
            node.classList.add('posed');
            printed.push(node);
        }
        for (const [end, nodes] of ends) {
            const section = element('section', 'printed-answers', element('h2', '', 'Answers'));
            section.append(...nodes.map(node => node.matches('.listing') ? answersOf(node) : answerTo(node)));
            main.insertBefore(section, end);
        }
    });
    addEventListener('afterprint', () => {
        for (const [node, place] of moved.splice(0).reverse()) {
            place.replaceWith(node);
        }
        printed.splice(0).forEach(node => node.classList.remove('posed'));
        document.querySelectorAll('.printed-answers').forEach(section => section.remove());
    });
})();
