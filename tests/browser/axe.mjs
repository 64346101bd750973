// What axe finds on a page against WCAG 2.2 AA and good practice.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The rules of a page by what they are for.
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The rules that ask for the style of every text or link. In sweeps `contrast.mjs`, which also knows the ground of a text in
// a picture, takes the place of the first; the others read what one style sheet says of all pages.
const ofStyle = ['color-contrast', 'link-in-text-block'];

// The rules whose answer may be another one where there is less room.
const ofRoom = ['css-orientation-lock', 'meta-viewport', 'region', 'scrollable-region-focusable', 'target-size'];

const without = rules => Object.fromEntries(rules.map(rule => [rule, { enabled: false }]));

export const every = { runOnly: standard };
export const ofStructure = { runOnly: standard, rules: without([...ofStyle, 'target-size']) };
export const whatRoomChanges = { runOnly: { type: 'rule', values: ofRoom } };

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
