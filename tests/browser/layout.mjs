// How a page stands in its window. These run in the page.

// A page hears of a new size when it is painted.
export function painted() {
    return new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
}

// Opens everything that is folded in the text.
export function unfold() {
    for (const details of document.querySelectorAll('main details')) {
        // Of choices one is open at a time; here all are to be read.
        details.removeAttribute('name');
        details.open = true;
    }
}

// What sticks out of the window, and out of every frame that scrolls by itself.
export function tooWide() {
    const width = document.documentElement.clientWidth;
    // Whether what stands in this element is in a frame that scrolls by itself and is within the window; much stands in each.
    const known = new Map([[null, false], [document.body, false]]);
    const framed = frame => {
        if (!known.has(frame)) {
            const scrolls = getComputedStyle(frame).overflowX !== 'visible' && frame.id !== 'mdbook-body-container';
            known.set(frame, scrolls ? frame.getBoundingClientRect().right <= width + 1 : framed(frame.parentElement));
        }
        return known.get(frame);
    };
    const sticksOut = element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > width + 1 && element.checkVisibility() && !framed(element.parentElement);
    };
    const found = [...document.querySelectorAll('#mdbook-page-wrapper *')].filter(sticksOut);
    return found.map(element => `${element.closest('[id]')?.id}: ${element.outerHTML.slice(0, 100)}`).slice(0, 5);
}

// The lines of code, and the first lines of errors, that are not whole within their frame and the window.
export function cutOff() {
    // The words of a line, and not its box, which may end at the frame, nor the space at a break, which hangs beyond it.
    const words = line => {
        const boxes = [];
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (texts.nextNode()) {
            for (const { index, 0: word } of texts.currentNode.data.matchAll(/\S+/g)) {
                range.setStart(texts.currentNode, index);
                range.setEnd(texts.currentNode, index + word.length);
                boxes.push(...range.getClientRects());
            }
        }
        return boxes;
    };
    const found = [];
    const width = document.documentElement.clientWidth;
    for (const line of document.querySelectorAll('.listing-code .line, .error-summary, .error-stop, .listing-screen .line.prose')) {
        const frame = (line.closest('pre') ?? line.parentElement).getBoundingClientRect();
        const right = Math.min(frame.right, width) + 1;
        if (words(line).some(part => part.right > right || part.left < frame.left - 1)) {
            found.push(`${line.closest('figure').id}: ${line.textContent.trim()}`);
        }
    }
    if (document.documentElement.scrollWidth > width) {
        found.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
    }
    return found;
}
