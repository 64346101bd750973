// How a page stands in its window. These run in the page.

// A page hears of a new size when it is painted.
export function painted() {
    return new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
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
