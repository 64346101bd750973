// How a page stands in its window. These run in the page.

// A page hears of a new size when it is painted.
export function painted() {
    return new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
}

// What sticks out of the window, and out of every frame that scrolls by itself.
export function tooWide() {
    const width = document.documentElement.clientWidth;
    const framed = element => {
        for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
            if (getComputedStyle(frame).overflowX !== 'visible' && frame.id !== 'mdbook-body-container') {
                return frame.getBoundingClientRect().right <= width + 1;
            }
        }
        return false;
    };
    const sticksOut = element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > width + 1 && element.checkVisibility() && !framed(element);
    };
    const found = [...document.querySelectorAll('#mdbook-page-wrapper *')].filter(sticksOut);
    return found.map(element => `${element.closest('[id]')?.id}: ${element.outerHTML.slice(0, 100)}`).slice(0, 5);
}
