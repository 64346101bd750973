// What axe finds on a page against WCAG 2.2 AA and good practice.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The rules of a page by what they are for.
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What one style sheet says of all pages, and a measure of our own of the contrast of every text: `contrast.mjs`, which also
// knows the ground of a text in a picture.
const ofStyle = ['color-contrast', 'css-orientation-lock', 'link-in-text-block'];

export const every = { runOnly: standard };
// `preload` would ask for the style sheets once more, which a browser refuses on a page from the disk.
export const ofAPage = { runOnly: standard, preload: false, rules: Object.fromEntries(ofStyle.map(rule => [rule, { enabled: false }])) };

// Rule, element, and what is wrong with it, of at most ten elements. With `within`, a selector, of what is in there alone.
export async function violations(page, rules = every, within = 'html') {
    if (await page.evaluate(() => !globalThis.axe)) {
        // A page may let no script in but its own; what DevTools evaluate is none of the page's.
        await page.evaluate(source);
        // The text of each element that passes is of no use here.
        await page.evaluate(() => globalThis.axe.configure({ noHtml: true }));
    }
    return page.evaluate(async ([rules, within]) => {
        const { violations } = await globalThis.axe.run(within, { resultTypes: ['violations'], ...rules });
        return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`)).slice(0, 10);
    }, [rules, within]);
}
