// The contrast of every text of a page to what it stands on. This runs in the page.

// Every text whose contrast to what it stands on is below 4.5.
export function lowContrasts() {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    // Red, green, blue and opacity of any colour that CSS can name.
    const parts = colour => {
        if (!known.has(colour)) {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
            known.set(colour, [red, green, blue, alpha / 255]);
        }
        return known.get(colour);
    };
    const over = (top, below) => [0, 1, 2].map(at => top[at] * top[3] + below[at] * (1 - top[3]));
    const luminance = colour => {
        const [red, green, blue] = colour.map(part => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };

    const grounds = new Map();
    const groundOf = element => {
        if (!grounds.has(element)) {
            const below = element.parentElement ? groundOf(element.parentElement) : [255, 255, 255];
            grounds.set(element, over(parts(getComputedStyle(element).backgroundColor), below));
        }
        return grounds.get(element);
    };
    // The shapes of a picture that are filled, with where they are.
    const shapes = new Map();
    const shapesOf = picture => {
        if (!shapes.has(picture)) {
            const all = [...picture.querySelectorAll('rect, circle, path')].filter(shape => getComputedStyle(shape).fill !== 'none');
            shapes.set(picture, all.map(shape => ({ shape, box: shape.getBoundingClientRect() })));
        }
        return shapes.get(picture);
    };
    // In a picture the ground is the last shape that was drawn under the text.
    const shapeUnder = text => {
        const box = text.getBoundingClientRect();
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        const under = shapesOf(text.ownerSVGElement).filter(({ shape, box: { left, right, top, bottom } }) => {
            const within = left <= x && x <= right && top <= y && y <= bottom;
            return within && shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
        });
        return under.at(-1)?.shape;
    };

    const faults = new Map();
    const texts = document.createTreeWalker(document.getElementById('mdbook-main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('script, style')) {
            continue;
        }
        const style = getComputedStyle(element);
        let ground = groundOf(element.closest('svg')?.parentElement ?? element);
        if (element.ownerSVGElement) {
            const shape = shapeUnder(element);
            ground = shape ? over(parts(getComputedStyle(shape).fill), ground) : ground;
        }
        const colour = over(parts(element.ownerSVGElement ? style.fill : style.color), ground);
        const ratio = contrast(colour, ground);
        if (ratio < 4.5 && !element.matches(':disabled')) {
            const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
            faults.set(name, `${name} in #${element.closest('[id]').id}: ${ratio.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
        }
    }
    return [...faults.values()];
}
